import Foundation

extension Double {
    var sine: Double { sin(self) }
    var arcSine: Double { asin(min(1, self)) }
}
