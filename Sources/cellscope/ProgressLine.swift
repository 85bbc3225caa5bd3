import CellEngine
import Training

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The line that says how far training is, on standard error.
struct ProgressLine {
  private let steps: Int
  private let start = ContinuousClock.now
  private let isTerminal = isatty(2) == 1
  private var loss = 0.0
  private var right = 0
  private var verbs = 0

  init(steps: Int) { self.steps = steps }

  /// Shows step, loss, accuracy and the time left, a hundred times in all.
  mutating func show(_ progress: Trainer.Progress) {
    loss = loss == 0 ? progress.loss : 0.98 * loss + 0.02 * progress.loss
    right += progress.verbs.right
    verbs += progress.verbs.count
    guard isDue(progress.step) else { return }
    let accuracy = verbs == 0 ? 0 : Double(right) / Double(verbs)
    show(
      progress.step, "loss \(Figure.text(loss, 3))  verbs right \(Figure.percent(accuracy))")
    right = 0
    verbs = 0
  }

  /// Shows step, recent loss in bits for each character and the time left, a hundred times in all.
  func show(_ trainer: TextTrainer) {
    guard isDue(trainer.stepCount), let bits = trainer.recentBits else { return }
    show(trainer.stepCount, "\(Figure.text(bits, 3)) bits per character")
  }

  private func isDue(_ step: Int) -> Bool {
    step % max(1, steps / (isTerminal ? 100 : 10)) == 0 || step == steps
  }

  private func show(_ step: Int, _ figures: String) {
    let elapsed = start.duration(to: .now)
    let left = elapsed / step * (steps - step)
    let text = "step \(step)/\(steps)  \(figures)  \(left.components.seconds) s left"
    StandardOutput.complain(text, endsLine: !isTerminal, replacesLine: isTerminal)
  }

  func end() {
    if isTerminal { StandardOutput.complain("") }
  }
}
