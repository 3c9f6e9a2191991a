import Testing

@testable import Maps

struct RunningHeadTests {
    static let titles = [
        "Council District 7",
        "Neighbourhood 2: The Greater Northern and Eastern Riverside, Harbour & Old Market District",
        String(repeating: "District of the Greater North ", count: 9),
    ]

    @Test(
        arguments: titles,
        [EditionNotice.open("Public"), .restricted("Internal edition: not for publication")])
    func `title, place and notice stand side by side`(title: String, edition: EditionNotice) throws {
        let canvas = try PictureSurface.canvas(width: 1, height: 1)
        let head = RunningHead(
            canvas: canvas, title: title, place: "FAIRHAVEN",
            subtitle: "Open service requests on June 30, 2025",
            edition: edition)
        let texts = head.texts(width: 544)
        let notice = EditionDrawing(canvas: canvas, notice: edition)
        #expect(texts.title.width + (texts.rest?.width ?? 0) + notice.width < 544)
        #expect(texts.title.height < 13, "one line")
        #expect(texts.rest != nil || title.count > 20, "what has room is told")
    }

    @Test(arguments: titles) func `a title stands between the place and the subtitle`(title: String) throws {
        let text = try TextSetter()
        let style = SheetDrawing.titleStyle(title, width: 400, text: text)
        let set = text.set(title, style, width: 400)
        let top = SheetDrawing.titleTop(set, size: style.size)
        #expect(top >= SheetDrawing.placeBottom - 0.01)
        #expect(top + set.height <= SheetDrawing.subtitleTop + 0.01)
    }
}
