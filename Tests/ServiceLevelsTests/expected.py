"""Prints the answers that the tests beside this file expect, computed by other programs.

    python3 -m venv venv && venv/bin/pip install lifelines==0.30.3 statsmodels==0.15.0 inequality scipy
    venv/bin/python expected.py

Nothing runs it but a reader who wants to see where a number comes from.
"""

import warnings

import numpy as np
from inequality.theil import TheilD
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test
from scipy import stats

warnings.filterwarnings("ignore")

# The same made-up values are computed in the tests, by the same formulas.
days = np.array([((i * 7919 + i * i * 13) % 400) / 4 for i in range(200)])
closed = np.array([(i * 31 + 7) % 10 < 7 for i in range(200)])

print("## Kaplan-Meier (lifelines)")
fit = KaplanMeierFitter().fit(days, closed)
print("median", fit.percentile(0.5), "p90", fit.percentile(0.1), "quarter", fit.percentile(0.75))
for t in [1.0, 10.0, 50.0, 90.0]:
    print(t, repr(float(fit.predict(t))))
print("closed only: median", np.median(days[closed]))
print("steps", int((fit.event_table.observed > 0).sum()), "open at the end", int((~closed).sum()))
curve = stats.ecdf(stats.CensoredData(days[closed], right=days[~closed])).sf
print("scipy's ecdf agrees:", np.allclose(curve.evaluate(days), fit.predict(days).values))
low = curve.confidence_interval(0.95, method="linear").low
width = (curve.evaluate(50.0) - low.evaluate(50.0)) / stats.norm.ppf(0.975)
print("Greenwood's variance at 50 days (scipy)", repr(float(width**2)))

print("## Funnel (Spiegelhalter 2005), by hand")
n = np.array([40 + (i * 53) % 400 for i in range(21)])
y = np.array([int(m * (0.7 + 0.02 * ((i * 7) % 11))) for i, m in enumerate(n)])
y[4], y[9] = int(n[4] * 0.35), int(n[9] * 0.999)
theta = y.sum() / n.sum()
sd = np.sqrt(theta * (1 - theta) / n)
z = (y / n - theta) / sd
winsorised = stats.mstats.winsorize(z, limits=(0.1, 0.1))
phi = max(1, float(np.mean(winsorised**2)))
print("target", repr(float(theta)), "phi", repr(phi))
print("z", (z / np.sqrt(phi))[[0, 4, 9, 20]].tolist())
print("limits of area 4", [[float(theta + s * k * sd[4] * phi**0.5) for s in (-1, 1)] for k in stats.norm.ppf([0.975, 0.999])])
print("notable", np.flatnonzero(abs(z / phi**0.5) > 1.96).tolist(), "outlying", np.flatnonzero(abs(z / phi**0.5) > 3.09).tolist())

print("## Slowness: the root of the log-rank statistic (lifelines), above 0 for a slower group")
group = np.array([(i // 3) % 4 - 1 for i in range(200)])
for g in range(3):
    own = group == g
    print(g, repr(float(logrank_test(days[own], days[~own], closed[own], closed[~own]).test_statistic ** 0.5)))

print("## Concentration index, weighted, by numpy's covariance")
income = np.array([31.0, 52, 28, 90, 65, 65, 44, 120])
people = np.array([900.0, 1200, 700, 400, 1000, 600, 800, 300])
wait = np.array([9.0, 6, 11, 3, 5, 4, 8, 2])
rank = [(people[income < v].sum() + people[income == v].sum() / 2) / people.sum() for v in income]
print("ranks", rank)
covariance = np.cov(wait, rank, aweights=people, ddof=0)[0, 1]
print(repr(float(2 * covariance / np.average(wait, weights=people))))

print("## Theil's T (PySAL inequality)")
values = days + 0.5
groups = np.arange(200) % 7
theil = TheilD(values, groups)
print("total", repr(float(theil.T)), "between", repr(float(np.ravel(theil.bg)[0])), "within", repr(float(np.ravel(theil.wg)[0])))

print("## The median's 95 % interval (lifelines, log-log): three generated sets")
from lifelines.utils import median_survival_times
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.contingency_tables import StratifiedTable


def generated(k):
    d = np.array([((i * 7919 * (k + 1) + i * i * 13) % 400) / 4 for i in range(200)])
    e = np.array([(i * 31 + 7 * (k + 1)) % 10 < 5 + k for i in range(200)])
    return d, e


for k in range(3):
    d, e = generated(k)
    f = KaplanMeierFitter().fit(d, e)
    low, high = np.ravel(median_survival_times(f.confidence_interval_).values)
    g = np.array([(i // 3) % 4 - 1 for i in range(200)])
    t = logrank_test(d[g == 1], d[g != 1], e[g == 1], e[g != 1])
    print(k, repr(f.median_survival_time_), repr(low), repr(high), repr(t.test_statistic), repr(t.p_value))

print("## Benjamini and Hochberg (statsmodels)")
p = np.array([((i * 37 + 11) % 101) / 1000 + 0.0001 for i in range(20)])
print(multipletests(p, method="fdr_bh")[1].tolist())

print("## Mantel-Haenszel: risk difference by hand (Greenland and Robins 1985), odds ratio of the same strata (statsmodels)")
strata = [(9, 20, 30, 90), (40, 50, 5, 12), (3, 4, 60, 100)]
w = [n1 * n0 / (n1 + n0) for _, n1, _, n0 in strata]
rd = sum(v * (a / n1 - b / n0) for v, (a, n1, b, n0) in zip(w, strata)) / sum(w)
var = sum((a * (n1 - a) * n0**3 + b * (n0 - b) * n1**3) / (n1 * n0 * (n1 + n0) ** 2) for a, n1, b, n0 in strata) / sum(w) ** 2
print(repr(rd), repr(var**0.5))
tables = [np.array([[a, n1 - a], [b, n0 - b]]) for a, n1, b, n0 in strata]
print("odds ratio", repr(StratifiedTable(tables).oddsratio_pooled))

print("## Seasonal smoothing, α 0.3 and γ 0.1, from the states that the test begins with (statsmodels)")
from statsmodels.tsa.holtwinters import ExponentialSmoothing

y = np.array([80 + ((i * 37 + 11) % 29) + [0, 10, 25, 40, 30, 20, 5, -10, -20, -25, -15, -5][i % 12] for i in range(60)], float)
season = [np.mean([y[12 * k + m] / y[12 * k : 12 * k + 12].mean() for k in range(2)]) for m in range(12)]
model = ExponentialSmoothing(
    y, trend=None, seasonal="mul", seasonal_periods=12, initialization_method="known", initial_level=y[:12].mean(),
    initial_seasonal=season,
)
fixed = model.fit(smoothing_level=0.3, smoothing_seasonal=0.1, optimized=False)
print([float(v) for v in fixed.forecast(6)], "sum of squares", float(fixed.sse))
