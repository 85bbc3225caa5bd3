import CellEngine
import Testing

@Suite("The activations")
struct ActivationTests {
  @Test("The derivative agrees with central differences", arguments: Activation.allCases)
  func derivative(function: Activation) {
    for x in stride(from: -6.05, through: 6.05, by: 0.1) {
      let measured = (function(x + 1e-5) - function(x - 1e-5)) / 2e-5
      let slope = function.derivative(atValue: function(x))
      #expect(abs(slope - measured) < 1e-9, "at \(x): \(slope), measured \(measured)")
    }
  }

  @Test(
    "Far out the functions take their limits",
    arguments: [
      (Activation.sigmoid, 0.0, 1.0), (.tanh, -1, 1), (.doubleBipolarSigmoid, -2, 2),
      (.bipolarSigmoid, -1, 1),
    ])
  func saturation(function: Activation, low: Double, high: Double) {
    for x in [1e30, Double.greatestFiniteMagnitude, .infinity] {
      #expect(function(-x) == low)
      #expect(function(x) == high)
      #expect(function.derivative(atValue: function(-x)) == 0)
      #expect(function.derivative(atValue: function(x)) == 0)
    }
    #expect(function.range == low...high)
  }

  @Test("relu passes what is positive, and its slope at 0 is 0")
  func relu() {
    #expect(Activation.relu(1e30) == 1e30)
    #expect(Activation.relu(Double.infinity) == .infinity)
    #expect(Activation.relu(-1e30) == 0)
    #expect(Activation.relu(-Double.infinity) == 0)
    #expect(Activation.relu(0) == 0)
    #expect(Activation.relu.derivative(atValue: 0) == 0)
    #expect(Activation.relu.derivative(atValue: 1e-300) == 1)
    #expect(Activation.relu.adjoint(of: Double.infinity, atValue: 0) == 0)
    #expect(Activation.relu.adjoint(of: -3, atValue: Double.nan) == -3)
  }

  @Test("NaN stays NaN", arguments: Activation.allCases)
  func notANumber(function: Activation) { #expect(function(Double.nan).isNaN) }

  @Test("Values at 0 and 1", arguments: Activation.allCases)
  func known(function: Activation) {
    let (atZero, atOne) =
      switch function {
      case .sigmoid: (0.5, 0.731_058_578_630_004_9)
      case .tanh: (0.0, 0.761_594_155_955_764_9)
      case .relu: (0.0, 1.0)
      case .doubleBipolarSigmoid: (0.0, 0.924_234_314_520_019_5)
      case .bipolarSigmoid: (0.0, 0.462_117_157_260_009_8)
      }
    #expect(function(0) == atZero)
    #expect(abs(function(1) - atOne) < 1e-15)
  }

  @Test("Small gates keep their digits")
  func smallSigmoid() {
    #expect(abs(Activation.sigmoid(-40) / 4.248_354_255_291_589e-18 - 1) < 1e-14)
    #expect(Activation.sigmoid(-720) > 0)
  }
}
