"""Prints pymannkendall's answer for each line of standard input, a series of numbers parted by commas."""

import sys

import pymannkendall

for line in sys.stdin:
    series = [float(value) for value in line.split(",")]
    test = pymannkendall.original_test(series)
    print(test.s, test.var_s, test.z, test.p, test.Tau, test.slope, sep=",")
