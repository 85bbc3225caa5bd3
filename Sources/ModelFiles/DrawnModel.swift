public import CellEngine

extension CellModel {
  /// Which cell of the stack is looked at.
  public struct Place: Hashable, Sendable {
    /// The layer, from 0.
    public var layer: Int
    /// 0 for the cell that reads forward, 1 for the one that reads backward.
    public var direction: Int

    /// Makes a place.
    public init(layer: Int, direction: Int = 0) {
      (self.layer, self.direction) = (layer, direction)
    }

    /// What it is called: `l0`, `l1_reverse`.
    public var name: String { "l\(layer)" + (direction == 1 ? "_reverse" : "") }
  }

  /// The cells that there are, from the lowest layer up, in the order of the directions.
  public var places: [Place] {
    stack.layers.indices.flatMap { layer in
      (0..<stack.directionCount).map { Place(layer: layer, direction: $0) }
    }
  }

  /// One of the cells.
  public subscript(place: Place) -> Cell<Double> { stack.layers[place.layer][place.direction] }

  /// The models of all cells of one direction, the lowest layer first, each with the layers below it,
  /// over the numbers of a sequence.
  ///
  /// The words are the steps: `#2`, or `#2=+.48` where a step is one number.
  ///
  /// - Parameters:
  ///   - sequence: numbers for the whole stack.
  ///   - direction: 0, or 1 in a stack that reads from the end too.
  /// - Returns: the models, and the steps in the order in which they are read.
  public func models(
    over sequence: SequenceInput, direction: Int
  ) -> (models: [SequenceModel], tokens: [Int]) {
    let names = sequence.inputs.enumerated().map { step, numbers in
      "#\(step + 1)" + (numbers.count == 1 ? "=" + Figure.label(numbers[0], sign: .always) : "")
    }
    let models = stack.layers.indices.map { layer in
      model(
        at: Place(layer: layer, direction: direction), vocabulary: Vocabulary(names), readout: nil,
        .sequence(sequence.inputs), initial: sequence.initial)
    }
    let steps = Array(sequence.inputs.indices)
    return (models, direction == 1 ? steps.reversed() : steps)
  }

  /// The model of one of the cells, with the layers below it.
  ///
  /// - Parameter initial: the states of all cells before their first step.
  func model(
    at place: Place, vocabulary: Vocabulary, readout: Readout<Double>?, _ source: Reading.Source,
    initial: CellStack<Double>.States = []
  ) -> SequenceModel {
    let lower = stack.layers.prefix(place.layer)
    let isStack = places.count > 1
    let own = initial.isEmpty ? [:] : initial[place.layer][place.direction]
    return SequenceModel(
      name: isStack ? place.name : visible(name, limit: 30),
      kind: kind, cell: self[place], vocabulary: vocabulary,
      readout: readout,
      reading: Reading(
        source, below: lower.isEmpty ? nil : CellStack(Array(lower)),
        isReversed: place.direction == 1, initial: initial),
      initial: own)
  }
}
