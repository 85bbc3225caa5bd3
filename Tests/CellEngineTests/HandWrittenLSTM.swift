import Foundation

/// The LSTM with peepholes, forward and backward written out by hand.
///
/// It shares nothing with the engine, so that a mistake is not made twice.
///
///     f = σ(Wf x + Rf a' + bf + pf ∘ c')    u and the candidate z alike (z has tanh and no p)
///     c = f ∘ c' + u ∘ z                    o = σ(Wo x + Ro a' + bo + po ∘ c' or c)
///     a = o ∘ tanh c or o ∘ c
struct HandWrittenLSTM {
  /// The weights of a gate, or ∂loss/∂weights.
  struct Weights {
    /// [H, I].
    var input: [[Double]]
    /// [H, H].
    var recurrent: [[Double]]
    var bias: [Double]
    var peephole: [Double]

    init(inputs: Int, units: Int) {
      input = Array(repeating: Array(repeating: 0, count: inputs), count: units)
      recurrent = Array(repeating: Array(repeating: 0, count: units), count: units)
      bias = Array(repeating: 0, count: units)
      peephole = bias
    }
  }

  /// The four blocks of weights, or of their slopes.
  struct Blocks {
    var forget: Weights
    var update: Weights
    var candidate: Weights
    var output: Weights

    init(inputs: Int, units: Int) {
      forget = Weights(inputs: inputs, units: units)
      (update, candidate, output) = (forget, forget, forget)
    }
  }

  /// What one time step computes.
  struct Step {
    let x, a0, c0: [Double]
    var f, u, z, c, o, h, a: [Double]
  }

  /// What the loss passes back.
  struct Slopes {
    var weights: Blocks
    var x: [[Double]]
    var a0: [Double]
    var c0: [Double]
  }

  var weights: Blocks
  var outputReadsNewMemory = false
  var memoryPassesTanh = true
  let inputs: Int
  let units: Int

  init(inputs: Int, units: Int) {
    (self.inputs, self.units) = (inputs, units)
    weights = Blocks(inputs: inputs, units: units)
  }

  func run(_ sequence: [[Double]], a0: [Double], c0: [Double]) -> [Step] {
    var (a, c) = (a0, c0)
    return sequence.map { x in
      let step = forward(x, a, c)
      (a, c) = (step.a, step.c)
      return step
    }
  }

  private func forward(_ x: [Double], _ a0: [Double], _ c0: [Double]) -> Step {
    let zeros = Array(repeating: 0.0, count: units)
    var step = Step(
      x: x, a0: a0, c0: c0, f: zeros, u: zeros, z: zeros, c: zeros, o: zeros, h: zeros, a: zeros)
    for k in 0..<units {
      step.f[k] = logistic(sum(weights.forget, k, x, a0, c0))
      step.u[k] = logistic(sum(weights.update, k, x, a0, c0))
      step.z[k] = tanh(sum(weights.candidate, k, x, a0, zeros))
      step.c[k] = step.f[k] * c0[k] + step.u[k] * step.z[k]
      let seen = outputReadsNewMemory ? step.c : c0
      step.o[k] = logistic(sum(weights.output, k, x, a0, seen))
      step.h[k] = memoryPassesTanh ? tanh(step.c[k]) : step.c[k]
      step.a[k] = step.o[k] * step.h[k]
    }
    return step
  }

  private func sum(
    _ block: Weights, _ k: Int, _ x: [Double], _ a0: [Double], _ seen: [Double]
  ) -> Double {
    var total = block.bias[k] + block.peephole[k] * seen[k]
    for i in 0..<inputs { total += block.input[k][i] * x[i] }
    for j in 0..<units { total += block.recurrent[k][j] * a0[j] }
    return total
  }

  private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}

extension HandWrittenLSTM {
  /// Backwards through all steps; `da` is ∂loss/∂a of every step, `dc` ∂loss/∂c of the last.
  func slopes(_ steps: [Step], da: [[Double]], dc: [Double]) -> Slopes {
    let zeros = Array(repeating: 0.0, count: units)
    var slopes = Slopes(
      weights: Blocks(inputs: inputs, units: units),
      x: steps.map { _ in Array(repeating: 0, count: inputs) }, a0: zeros, c0: dc)
    for t in steps.indices.reversed() {
      let da = (0..<units).map { da[t][$0] + slopes.a0[$0] }
      let dc = slopes.c0
      (slopes.a0, slopes.c0) = (zeros, zeros)
      for k in 0..<units { backward(steps[t], t, k, da[k], dc[k], &slopes) }
    }
    return slopes
  }

  private func backward(
    _ step: Step, _ t: Int, _ k: Int, _ da: Double, _ carried: Double, _ slopes: inout Slopes
  ) {
    let (f, u, z, o, h, c0) = (step.f[k], step.u[k], step.z[k], step.o[k], step.h[k], step.c0[k])
    var dc = carried + da * o * (memoryPassesTanh ? 1 - h * h : 1)
    let dSumO = da * h * o * (1 - o)
    slopes.weights.output.peephole[k] += dSumO * (outputReadsNewMemory ? step.c[k] : c0)
    if outputReadsNewMemory {
      dc += dSumO * weights.output.peephole[k]
    } else {
      slopes.c0[k] += dSumO * weights.output.peephole[k]
    }
    let dSumF = dc * c0 * f * (1 - f)
    let dSumU = dc * z * u * (1 - u)
    let dSumZ = dc * u * (1 - z * z)
    slopes.c0[k] += dc * f
    slopes.c0[k] += dSumF * weights.forget.peephole[k] + dSumU * weights.update.peephole[k]
    slopes.weights.forget.peephole[k] += dSumF * c0
    slopes.weights.update.peephole[k] += dSumU * c0
    spread(dSumF, weights.forget, step, t, k, &slopes.weights.forget, &slopes.x, &slopes.a0)
    spread(dSumU, weights.update, step, t, k, &slopes.weights.update, &slopes.x, &slopes.a0)
    spread(
      dSumZ, weights.candidate, step, t, k, &slopes.weights.candidate, &slopes.x, &slopes.a0)
    spread(dSumO, weights.output, step, t, k, &slopes.weights.output, &slopes.x, &slopes.a0)
  }

  /// From the sum of unit k to its weights, the input and a<t-1>.
  private func spread(
    _ slope: Double, _ block: Weights, _ step: Step, _ t: Int, _ k: Int,
    _ weights: inout Weights, _ x: inout [[Double]], _ a0: inout [Double]
  ) {
    weights.bias[k] += slope
    for i in 0..<inputs {
      weights.input[k][i] += slope * step.x[i]
      x[t][i] += slope * block.input[k][i]
    }
    for j in 0..<units {
      weights.recurrent[k][j] += slope * step.a0[j]
      a0[j] += slope * block.recurrent[k][j]
    }
  }
}
