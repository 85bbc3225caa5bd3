/// A number as text, the same in every locale: the fewest digits that give back every bit.
///
/// Numbers that are not finite are `NaN`, `Infinity` and `-Infinity`.
public func format(_ value: Double) -> String {
  guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity" }
  return value.description
}
