import CellEngine

/// The loss whose gradient is shown: − ln of a word's probability after a step, or of a model that
/// predicts no words one of the numbers that it puts out there.
public struct Loss: Hashable, Sendable {
  /// The step whose output it reads, from 0.
  public let step: Int
  /// The word, by its place in the vocabulary, or the row or unit, from 0.
  public let place: Int

  /// The number itself.
  ///
  /// - Parameters:
  ///   - step: the step in the run that is meant, where that is not the whole one.
  ///   - model: the model, for its readout.
  ///   - graph: the cell that ran.
  func objective(at step: Int? = nil, of model: SequenceModel, _ graph: CellGraph) -> Objective {
    let step = step ?? self.step
    return switch model.output {
    case .probabilities: .crossEntropy(word: place, step: step, model.readout)
    case .scores: .score(row: place, step: step, model.readout)
    case .activation: .value(ValuePlace(graph.output, unit: place, step: step))
    }
  }
}

extension Session {
  /// The loss; until one is chosen, that of the word which follows in the sentence.
  public var loss: Loss {
    guard let chosen = chosenLoss, chosen.step <= lastTime else { return sensibleLoss(after: time) }
    return chosen
  }

  /// The loss of the word that follows a step; at the end of the most likely one.
  ///
  /// Where no words are predicted it is the largest number of the layer behind the cell, or what the
  /// selected unit shows.
  private func sensibleLoss(after step: Int) -> Loss {
    if model.output == .activation { return Loss(step: step, place: unit) }
    let asksForNext = model.predicts && step < lastTime
    return Loss(step: step, place: asksForNext ? tokens[step + 1] : likelyOutputs(after: step)[0])
  }

  /// What the gradient is taken of.
  var objective: Objective {
    loss.objective(of: model, run.cell.graph)
  }

  /// What the loss is, in symbols: `− ln ŷ<7>“was”`, `ŷ<7>₁` or `a<7>₈`; nil for a time leaves the
  /// time of a probability out.
  func lossFormula(_ time: TimeLabel?) -> String {
    guard model.predicts else {
      return outputSymbol(time ?? .step(loss.step + 1)) + outputIndex(loss.place)
    }
    return "− ln " + (time.map(notation.prediction) ?? Notation.barePrediction)
      + language.quoted(model.vocabulary.words[loss.place])
  }

  /// The loss with its formula and value.
  var lossPhrase: GradientPhrase {
    .loss(
      formula: lossFormula(.step(loss.step + 1)), short: lossFormula(nil), value: lossFigure)
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
    guard model.predicts else { return false }
    return chosenLoss.map { $0.step == lastTime || $0.place == tokens[$0.step + 1] } ?? false
  }

  /// Lets the loss ask after the same word of another sentence, and for the word that follows there
  /// if that is what it asks for.
  mutating func moveLoss(by moves: [Int], asksForNext: Bool) {
    guard let loss = chosenLoss else { return }
    let step = moves[loss.step]
    chosenLoss =
      asksForNext && step < lastTime
      ? sensibleLoss(after: step) : Loss(step: step, place: loss.place)
  }

  /// Asks anew where the loss is a number that the present model does not put out, or of a unit of
  /// another model.
  ///
  /// - Parameter last: the model that it was chosen with.
  mutating func renewLoss(of last: Int) {
    guard experiment.model != last, let chosen = chosenLoss else { return }
    let isSame =
      model.output == models[last].output && model.output != .activation
      && run.outputs[chosen.step].indices.contains(chosen.place)
    if !isSame { chosenLoss = sensibleLoss(after: chosen.step) }
  }

  /// The words that the loss can ask for: the one that follows, and the likely ones; or the units.
  private var lossPlaces: [Int] {
    guard model.predicts else { return Array(run.outputs[loss.step].indices) }
    let step = loss.step
    let following = step < lastTime ? [tokens[step + 1]] : []
    let ranked = rankedOutputs(at: step).map(\.place)
    return following + ranked.prefix(6).filter { !following.contains($0) }
  }

  private mutating func changeWord(by steps: Int) {
    let places = lossPlaces
    let here = places.firstIndex(of: loss.place) ?? 0
    let next = (here + steps).wrapped(in: places.count)
    chosenLoss = Loss(step: loss.step, place: places[next])
    sayLoss()
  }

  private mutating func sayLoss() {
    guard model.predicts else {
      notice = .gradient(.output(lossFormula(.step(loss.step + 1)), value: lossFigure))
      return
    }
    notice = .gradient(
      .loss(
        word: model.vocabulary.words[loss.place], after: words[loss.step], loss: lossFigure))
  }
}
