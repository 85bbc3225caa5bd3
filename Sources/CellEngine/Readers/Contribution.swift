/// A number that can be asked why it is what it is.
public enum Question: Hashable, Sendable {
  /// A value of the cell.
  case value(ValuePlace)
  /// The score of a word after a step, before the softmax; both from 0.
  case score(word: Int, step: Int)
  /// The probability of a word after a step; both from 0.
  case probability(word: Int, step: Int)
}

/// One term of a number: what it adds, multiplies or is a function of.
public struct Contribution: Hashable, Sendable {
  /// A weight: the factor of a term that has one.
  public enum Weight: Hashable, Sendable {
    /// A number of the cell's parameter: its row (the unit), and its column in a matrix.
    case cell(ParameterID, row: Int, column: Int?)
    /// A number of the readout: Wy[word, unit], or by[word] where no unit is given.
    case readout(word: Int, unit: Int?)
  }

  /// Where the term comes from: what can be asked next.
  public enum Origin: Hashable, Sendable {
    /// Another number, which has terms of its own.
    case number(Question)
    /// A state before the first step.
    case initialState(Role, unit: Int)
    /// A number of the input x<t>; of a one-hot input, the word itself.
    case input(step: Int, column: Int)
    /// The weight alone: a bias.
    case parameter
  }

  /// The term's value: w · v, an addend, a factor or an argument.
  public let value: Double
  /// The weight w, if the term has one, and its value.
  public let weight: Weight?
  /// The value of the weight; 1 for a term without one.
  public let weightValue: Double
  /// The value v that is weighted; 1 for a bias.
  public let operand: Double
  /// Where v comes from.
  public let origin: Origin

  init(
    weight: Weight? = nil, times weightValue: Double = 1, operand: Double = 1, origin: Origin
  ) {
    value = weight == nil ? operand : weightValue * operand
    self.weight = weight
    self.weightValue = weightValue
    self.operand = operand
    self.origin = origin
  }

  /// The size by which contributions are sorted; what is not a number stands first.
  var size: Double { value.isNaN ? .infinity : value.magnitude }
}

extension CellGraph {
  /// What can be asked about a number that another one reads.
  ///
  /// A state leads to the step before, at the first step to the initial state; an input to itself.
  func origin(of place: ValuePlace, isClamped: Bool) -> Contribution.Origin {
    guard !isClamped else { return .number(.value(place)) }
    switch self[place.signal].operation {
    case .input: return .input(step: place.step, column: place.unit)
    case .state(let position):
      let state = states[position]
      guard place.step > 0 else { return .initialState(state.role, unit: place.unit) }
      return .number(.value(ValuePlace(state.next, unit: place.unit, step: place.step - 1)))
    case .affine, .activation, .product, .sum, .complement: return .number(.value(place))
    }
  }
}
