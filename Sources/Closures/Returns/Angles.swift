import Foundation

/// Sines and cosines of degrees.
enum Angles {
    static func sine(degrees: Double) -> Double { sin(degrees * .pi / 180) }
    static func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
