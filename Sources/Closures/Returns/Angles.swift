import Foundation

func sineOf(degrees: Double) -> Double { sin(degrees * .pi / 180) }
func cosineOf(degrees: Double) -> Double { cos(degrees * .pi / 180) }
