public import CellEngine

/// What the user has made of the models and the sentence: undo goes back to an earlier one.
///
/// A run follows from it and from nothing else, so equal experiments give equal numbers.
public struct Experiment: Hashable, Sendable {
  /// The model's place among those of the session.
  public var model: Int
  /// The cell with its switches.
  public var kind: CellKind
  /// The sentence as it was given, which an edited one is told from.
  public private(set) var sentence: [Int]
  /// The words that are read.
  public var tokens: [Int]
  /// The numbers that stand in place of the model's own.
  public var edits = Edits()

  /// Makes an experiment without edits.
  public init(model: Int, kind: CellKind, tokens: [Int]) {
    self.model = model
    self.kind = kind
    sentence = tokens
    self.tokens = tokens
  }

  /// Whether words or numbers are other than they were given.
  public var isEdited: Bool { !edits.isEmpty || tokens != sentence }

  /// The same without the edits.
  var unedited: Experiment { Experiment(model: model, kind: kind, tokens: sentence) }

  /// Reads the same from the other end.
  mutating func turn() {
    sentence.reverse()
    tokens.reverse()
  }

  /// Reads another sentence; of the edits those stay that speak of no word.
  mutating func read(_ tokens: [Int]) {
    (sentence, self.tokens) = (tokens, tokens)
    edits.forgetWords()
  }
}

/// Numbers that the user has put in place of the model's own.
public struct Edits: Hashable, Sendable {
  /// Where a number can be put in.
  public enum Place: Hashable, Sendable {
    /// One number of x<t>; `step` counts from 0.
    case input(step: Int, column: Int)
    /// One weight, by the name of its parameter and its place in it, row by row.
    case weight(parameter: String, offset: Int)
    /// A state of one unit before the first word.
    case initial(Role, unit: Int)
    /// A state of one unit after a step (from 0), whatever the cell would compute there.
    case state(Role, step: Int, unit: Int)
  }

  /// The numbers by their places.
  public var numbers: [Place: Double] = [:]
  /// The gates that are held at a value.
  public var clamps = GateClamps()

  /// Makes no edits.
  public init() {}

  /// Whether nothing is edited.
  public var isEmpty: Bool { numbers.isEmpty && clamps.isEmpty }

  /// Keeps the numbers of the cell and of its start, and gates that are held from the first word to
  /// the last.
  mutating func forgetWords() {
    numbers = numbers.filter { place, _ in
      switch place {
      case .weight, .initial: true
      case .input, .state: false
      }
    }
    clamps.forgetWords()
  }

  /// What a run does differently: gates that are held, and over them the states that are set.
  func interventions(in graph: CellGraph) -> Interventions {
    let states = graph.states.flatMap { state in
      numbers.compactMap { place, number -> Clamp? in
        guard case .state(state.role, let step, let unit) = place else { return nil }
        return Clamp(.signal(state.next), to: number, units: .one(unit), steps: .at(step))
      }
    }
    return Interventions(clamps.interventions.clamps + states)
  }

  /// The inputs of a run, [T][I], with the edited numbers put in.
  func applied(to inputs: [[Double]]) -> [[Double]] {
    var inputs = inputs
    for case (.input(let step, let column), let number) in numbers
    where inputs.indices.contains(step) && inputs[step].indices.contains(column) {
      inputs[step][column] = number
    }
    return inputs
  }

  /// Puts the edited weights into a cell; one that the cell does not have is left out.
  func apply(to cell: inout Cell<Double>) {
    for case (.weight(let name, let offset), let number) in numbers {
      guard let id = cell.parameter(named: name) else { continue }
      let place = cell.parameterLayout[id.index]
      guard (0..<place.count).contains(offset) else { continue }
      cell.parameters[place.lowerBound + offset] = number
    }
  }

  /// The states before the first word, each [H], with the edited numbers put in; a role that is left
  /// out starts at 0.
  func applied(to initial: [Role: [Double]], units: Int) -> [Role: [Double]] {
    var states = initial
    for case (.initial(let role, let unit), let number) in numbers
    where (0..<units).contains(unit) {
      states[role, default: Array(repeating: 0, count: units)][unit] = number
    }
    return states
  }
}
