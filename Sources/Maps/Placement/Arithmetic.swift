import Foundation

func cosine(_ radians: Double) -> Double { cos(radians) }
func sine(_ radians: Double) -> Double { sin(radians) }
func arctangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
func logarithm2(_ value: Double) -> Double { log2(value) }
