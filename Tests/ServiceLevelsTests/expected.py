"""Prints the answers that the tests beside this file expect, computed by other programs.

    python3 -m venv venv && venv/bin/pip install lifelines inequality scipy
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
