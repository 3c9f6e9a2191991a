import Foundation

/// Returns how likely a standard normal value is to lie at least as far from 0 as `z`, on either side.
///
/// Formula: p = erfc(|z| / √2), which keeps its digits where 2(1 − Φ(|z|)) has lost them.
package func twoSidedNormalP(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }
