extension Cell {
  /// Runs the cell over a sequence and keeps every value of every step.
  ///
  /// - Parameters:
  ///   - inputs: x<1> … x<T>, each [I].
  ///   - initial: states before the first step, each [H]; a state that is not given is 0.
  ///   - interventions: numbers that are set from outside instead of computed.
  /// - Returns: the trace, T steps; empty for T = 0.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func trace(
    _ inputs: [[Scalar]], initial: [Role: [Scalar]] = [:], interventions: Interventions = .none
  ) -> Trace<Scalar> {
    var trace = Trace<Scalar>(layout: valueLayout, steps: inputs.count)
    for (step, input) in inputs.enumerated() {
      receive(input, at: step, initial: initial, in: &trace)
      let start = step * valueLayout.total
      let clamps = interventions.clamps(at: step, in: self)
      trace.values.withUnsafeMutableBufferPointer { all in
        parameters.withUnsafeBufferPointer { weights in
          forward(UnsafeMutableBufferPointer(rebasing: all[start...]), weights, clamps)
        }
      }
    }
    return trace
  }

  /// Fills the input and the states of a step.
  private func receive(
    _ input: [Scalar], at step: Int, initial: [Role: [Scalar]], in trace: inout Trace<Scalar>
  ) {
    for signal in graph.signals {
      switch graph[signal].operation {
      case .input:
        precondition(input.count == inputCount, "\(input.count) inputs for \(inputCount)")
        trace[signal, step] = input[...]
      case .state(let position):
        let state = graph.states[position]
        if step > 0 {
          // Number by number: a slice would share the trace and have all of it copied.
          for unit in 0..<unitCount {
            trace[signal, step, unit] = trace[state.next, step - 1, unit]
          }
        } else if let values = initial[state.role] {
          trace[signal, step] = values[...]
        }
      case .affine, .activation, .product, .sum, .complement:
        continue
      }
    }
  }

  /// Computes one step: each node from the nodes before it, then its clamped numbers.
  private func forward(
    _ values: UnsafeMutableBufferPointer<Scalar>, _ weights: UnsafeBufferPointer<Scalar>,
    _ clamps: StepClamps<Scalar>
  ) {
    for (index, node) in graph.nodes.enumerated() {
      let place = valueLayout[index]
      func start(_ signal: SignalID) -> Int { valueLayout[signal.index].lowerBound }
      switch node.operation {
      case .input, .state:
        break
      case .affine(let terms):
        for row in place { values[row] = 0 }
        for term in terms { add(term, to: place, values, weights) }
      case .activation(let function, let operand):
        let from = start(operand) - place.lowerBound
        for row in place { values[row] = function(values[from + row]) }
      case .product(let left, let right):
        let (first, second) = (start(left) - place.lowerBound, start(right) - place.lowerBound)
        for row in place { values[row] = values[first + row] * values[second + row] }
      case .sum(let left, let right):
        let (first, second) = (start(left) - place.lowerBound, start(right) - place.lowerBound)
        for row in place { values[row] = values[first + row] + values[second + row] }
      case .complement(let operand):
        let from = start(operand) - place.lowerBound
        for row in place { values[row] = 1 - values[from + row] }
      }
      clamps.replace(node: index, in: values)
    }
  }

  private func add(
    _ term: Term, to place: Range<Int>, _ values: UnsafeMutableBufferPointer<Scalar>,
    _ weights: UnsafeBufferPointer<Scalar>
  ) {
    var weight = parameterLayout[term.parameter.index].lowerBound
    switch term {
    case .matrix(_, let signal):
      addProduct(of: weight, with: valueLayout[signal.index], to: place, values, weights)
    case .diagonal(_, let signal):
      let from = valueLayout[signal.index].lowerBound - place.lowerBound
      for row in place {
        values[row] += weights[weight] * values[from + row]
        weight += 1
      }
    case .bias:
      for row in place {
        values[row] += weights[weight]
        weight += 1
      }
    }
  }

  /// Adds a matrix whose numbers begin at a weight, row by row, times an operand.
  private func addProduct(
    of first: Int, with operand: Range<Int>, to place: Range<Int>,
    _ values: UnsafeMutableBufferPointer<Scalar>, _ weights: UnsafeBufferPointer<Scalar>
  ) {
    var weight = first
    let columns = operand.count
    var row = place.lowerBound
    // Four rows at a time: each adds up in the order of its columns and need not wait for the others.
    while row + 4 <= place.upperBound {
      var sums = (Scalar.zero, Scalar.zero, Scalar.zero, Scalar.zero)
      for column in operand {
        let value = values[column]
        sums.0 += weights[weight] * value
        sums.1 += weights[weight + columns] * value
        sums.2 += weights[weight + 2 * columns] * value
        sums.3 += weights[weight + 3 * columns] * value
        weight += 1
      }
      values[row] += sums.0
      values[row + 1] += sums.1
      values[row + 2] += sums.2
      values[row + 3] += sums.3
      weight += 3 * columns
      row += 4
    }
    for row in row..<place.upperBound {
      var sum = Scalar.zero
      for column in operand {
        sum += weights[weight] * values[column]
        weight += 1
      }
      values[row] += sum
    }
  }

  /// What one term adds to one unit of an affine signal.
  ///
  /// - Parameters:
  ///   - unit: from 0.
  public func contribution(of term: Term, unit: Int, in trace: Trace<Scalar>, at step: Int)
    -> Scalar
  {
    let first = parameterLayout[term.parameter.index].lowerBound
    switch term {
    case .matrix(_, let signal):
      let operand = trace[signal, step]
      let row = first + unit * operand.count
      return zip(parameters[row..<(row + operand.count)], operand).reduce(0) {
        $0 + $1.0 * $1.1
      }
    case .diagonal(_, let signal):
      return parameters[first + unit] * trace[signal, step, unit]
    case .bias:
      return parameters[first + unit]
    }
  }
}
