import Screen

/// Where the parts of the training's screen stand.
struct TrainingLayout: Hashable, Sendable {
  /// How many updates are done, and the share of the verbs that are right.
  let progress: Rectangle
  /// The loss curve with its heading and its axis.
  let loss: Rectangle
  /// One unit over the sentence, with a heading.
  let sentence: Rectangle
  /// The probabilities at the verb; with a heading where there is room.
  let verb: Rectangle
  /// What the model says in one sentence.
  let narration: Rectangle

  /// Lays out what lies between the header and the footer; the curve takes what is left.
  init(size: Size, signalCount: Int) {
    let columns = size.columns
    narration = size.lastLine
    let room = size.rows - 3
    let isRoomy = room >= 20
    let verbRows = isRoomy ? 3 : 2
    let sentenceRows = signalCount + 2
    let lossRows = min(26, max(0, room - 2 - verbRows - sentenceRows))
    var y = 1
    func block(_ rows: Int) -> Rectangle {
      defer { y += rows }
      return Rectangle(x: 0, y: y, columns: columns, rows: rows)
    }
    progress = block(2)
    loss = block(lossRows)
    sentence = block(sentenceRows)
    verb = block(verbRows)
  }
}
