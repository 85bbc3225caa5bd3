import CellEngine

/// The loss whose gradient is shown: − ln of a word's probability after a step.
public struct Loss: Hashable, Sendable {
  /// The step after which the word is predicted, from 0.
  public let step: Int
  /// The word, by its place in the vocabulary.
  public let word: Int
}

extension Session {
  /// The loss; until one is chosen, that of the word which follows in the sentence.
  public var loss: Loss {
    guard let chosen = chosenLoss, chosen.step <= lastTime else { return sensibleLoss(after: time) }
    return chosen
  }

  /// The loss of the word that follows a step; at the end of the most likely one.
  private func sensibleLoss(after step: Int) -> Loss {
    Loss(step: step, word: step < lastTime ? tokens[step + 1] : likelyWords(after: step)[0])
  }

  /// What the gradient is taken of.
  var objective: Objective {
    .crossEntropy(word: loss.word, step: loss.step, model.readout)
  }

  /// The text of the loss's value.
  var lossFigure: String {
    Figure.label(objective.value(in: run.trace, of: run.cell.graph))
  }

  /// Does what a key asks for about the gradient.
  mutating func perform(gradient command: GradientCommand) {
    switch command {
    case .turn: turnGradient()
    case .nextWord: changeWord(by: count ?? 1)
    case .previousWord: changeWord(by: -(count ?? 1))
    case .lossHere:
      chosenLoss = sensibleLoss(after: time)
      microStep = lastMicroStep
      sayLoss()
    case .check:
      if case .check = popup {
        popup = nil
        return
      }
      // The picture shows the slope that is checked when it is complete: at the last stage.
      microStep = 0
      popup = .check(place: 0)
    case .nextChecked: turnCheck(by: 1)
    case .previousChecked: turnCheck(by: -1)
    }
  }

  /// Checks another number; from the last one the next is the first.
  private mutating func turnCheck(by steps: Int) {
    guard case .check(let place) = popup else { return }
    popup = .check(place: (place + steps).wrapped(in: checkable.count))
  }

  private mutating func turnGradient() {
    switch view {
    case .cell, .chain, .peepholes, .timeline, .compare, .training:
      placeBeforeGradient = place
      chosenLoss = sensibleLoss(after: time)
      (time, microStep) = (loss.step, lastMicroStep)
      view = .gradient
    case .gradient: view = .reach
    case .reach: view = .cell
    }
  }

  /// Behind the gradient the cell stands where it was before: what had been computed still is.
  mutating func endGradientVisit() {
    guard let place = placeBeforeGradient else { return }
    (time, microStep, placeBeforeGradient) = (place.time, place.microStep, nil)
  }

  /// Whether the loss asks for the word that follows in the sentence, or none follows.
  var lossAsksForNext: Bool {
    chosenLoss.map { $0.step == lastTime || $0.word == tokens[$0.step + 1] } ?? false
  }

  /// Lets the loss ask after the same word of another sentence, and for the word that follows there
  /// if that is what it asks for.
  mutating func moveLoss(by moves: [Int], asksForNext: Bool) {
    guard let loss = chosenLoss else { return }
    let step = moves[loss.step]
    chosenLoss =
      asksForNext && step < lastTime
      ? sensibleLoss(after: step) : Loss(step: step, word: loss.word)
  }

  /// The words that the loss can ask for: the one that follows, and the likely ones.
  private var lossWords: [Int] {
    let step = loss.step
    let following = step < lastTime ? [tokens[step + 1]] : []
    let ranked = rankedPredictions(at: step).map(\.token)
    return following + ranked.prefix(6).filter { !following.contains($0) }
  }

  private mutating func changeWord(by steps: Int) {
    let words = lossWords
    let here = words.firstIndex(of: loss.word) ?? 0
    let next = (here + steps).wrapped(in: words.count)
    chosenLoss = Loss(step: loss.step, word: words[next])
    sayLoss()
  }

  private mutating func sayLoss() {
    notice = .gradient(
      .loss(
        word: model.vocabulary.words[loss.word], after: words[loss.step], loss: lossFigure))
  }
}
