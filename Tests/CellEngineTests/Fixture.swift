import CellEngine
import Foundation

/// Reads a file of `Fixtures`.
func fixture<Content: Decodable>(_ path: String, as type: Content.Type) throws -> Content {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
}

extension Array where Element == Double {
  /// The rows of a matrix that is stored row by row.
  func rows(of count: Int) -> [[Double]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<($0 + count)]) }
  }
}

/// One case of `Fixtures/variants`: what a cell reads, computes and passes back.
struct VariantCase: Decodable {
  struct Gradient: Decodable {
    let params: [String: [Double]]
    let x: [Double]
    let h0: [Double]
    let c0: [Double]?
    let forward: [String: [Double]]
  }

  let name: String
  let inputCount: Int
  let unitCount: Int
  let stepCount: Int
  let params: [String: [Double]]
  let x: [Double]
  let h0: [Double]
  let c0: [Double]?
  /// ∂loss/∂y for every step, [T, H].
  let dY: [Double]
  /// ∂loss/∂c after the last step, [H].
  let dCT: [Double]?
  let forward: [String: [Double]]
  let loss: Double
  let grad: Gradient
}

/// One case of `Fixtures/torch`: a module of PyTorch with its weights and gradients.
struct TorchCase: Decodable {
  let name: String
  let inputCount: Int
  let unitCount: Int
  let stepCount: Int
  let sequenceCount: Int
  let nonlinearity: String?
  /// One if the case does not say.
  let layerCount: Int?
  let directionCount: Int?
  /// PyTorch's `state_dict`.
  let weights: [String: [Double]]
  let inputs: [String: [Double]]
  let upstream: [String: [Double]]
  let outputs: [String: [Double]]
  let grads: [String: [Double]]
  let loss: Double
}
