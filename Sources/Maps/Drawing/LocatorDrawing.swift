import Geometry

/// Draws all areas, small, with the map's own filled: where in the city it lies.
struct LocatorDrawing {
    let canvas: Canvas
    let scene: MapScene

    func draw(in box: PageBox) {
        let shapes = [scene.area.shape] + scene.neighbours.map(\.shape)
        guard var extent = shapes[0].box else { return }
        for shape in shapes { if let box = shape.box { extent.formUnion(box) } }
        let projection = PageProjection(showing: extent, in: box, margin: 2)
        canvas.tagged(.figure) {
            for shape in shapes.dropFirst() { draw(shape, projection: projection, color: PageTheme.ground) }
            draw(shapes[0], projection: projection, color: PageTheme.accent)
        }
    }

    private func draw(_ shape: MultiPolygon<Coordinate>, projection: PageProjection, color: MapColor) {
        for ring in PageSurface(shape, projection, tolerance: 0.4).rings where ring.points.count > 2 {
            canvas.ring(ring.points)
        }
        canvas.fillAndStroke(color, outline: PageTheme.paper, width: 0.7)
    }
}
