import CellScene
import ModelFiles
import Screen

/// Writes screens into files of the folder in which the program was started.
enum Export {
  /// The highest number that a file's name gets.
  private static let most = 9999

  /// Writes a screen under the first name that is free.
  ///
  /// The names are `cellscope-1.svg`, `cellscope-2.svg` and so on; no file is ever replaced.
  /// - Returns: what there is to say about it.
  static func save(_ session: Session, size: Size, as format: ExportFormat) -> Notice {
    let canvas = Scene(session, size: size).canvas()
    let bytes = Array(content(of: canvas, as: format, theme: session.theme).utf8)
    for number in 1...most {
      let name = "cellscope-\(number).\(format.rawValue)"
      do throws(ModelFileError) {
        try DiskFile.write(bytes, to: name)
        return .export(.saved(name))
      } catch {
        guard error.reason != .exists else { continue }
        return .export(.failed(visible(error.description, limit: 200)))
      }
    }
    return .export(.namesTaken("cellscope-\(most).\(format.rawValue)"))
  }

  /// The text of a file.
  static func content(
    of canvas: Canvas, as format: ExportFormat, theme: ThemeChoice
  ) -> String {
    switch format {
    case .text: canvas.lines.joined(separator: "\n") + "\n"
    case .ansi: canvas.ansiText(theme: theme.theme, depth: theme.depth(of: .palette))
    case .svg: canvas.vectorText(theme: theme)
    case .json: json(canvas) + "\n"
    }
  }

  /// Text, ink and ground of every row.
  private static func json(_ canvas: Canvas) -> String {
    var text = JSONText(.pretty)
    text.object { text in
      text.key("columns")
      text.integer(canvas.size.columns)
      text.key("rows")
      text.integer(canvas.size.rows)
      for (key, lines) in [
        ("lines", canvas.lines), ("inks", canvas.inkLines), ("grounds", canvas.groundLines),
      ] {
        text.key(key)
        text.array { text in for line in lines { text.string(line) } }
      }
    }
    return text.string
  }
}
