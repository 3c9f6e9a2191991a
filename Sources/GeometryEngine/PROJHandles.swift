import CPROJ

/// Owns one PROJ context. It belongs to one thread at a time.
final class PROJContext {
    let handle: OpaquePointer

    init() {
        handle = proj_context_create()
        // Messages are thrown, not printed: PROJ tells its logger some of them whatever the level.
        proj_log_level(handle, PJ_LOG_NONE)
        proj_log_func(handle, nil) { _, _, _ in }
    }

    deinit { proj_context_destroy(handle) }

    func error(_ operation: String) -> GeometryError {
        guard proj_context_get_database_path(handle) != nil else {
            return .proj(
                operation: operation,
                message:
                    "its reference systems, proj.db, are not there; install the package proj-data, or name their "
                    + "folder in PROJ_DATA")
        }
        let number = proj_context_errno(handle)
        let message = proj_context_errno_string(handle, number).map { String(cString: $0) }
        return .proj(operation: operation, message: message ?? "no reason given")
    }

    func made(_ handle: OpaquePointer?, _ operation: String) throws(GeometryError) -> PROJObject {
        guard let handle else { throw error(operation) }
        return PROJObject(owning: handle, in: self)
    }
}

/// Owns one PROJ object, a reference system or a transformation, and keeps its context alive.
final class PROJObject {
    let handle: OpaquePointer
    let context: PROJContext

    init(owning handle: OpaquePointer, in context: PROJContext) {
        self.handle = handle
        self.context = context
    }

    deinit { proj_destroy(handle) }

    var name: String { proj_get_name(handle).map { String(cString: $0) } ?? "unnamed" }

    var authorityCode: String? {
        guard let authority = proj_get_id_auth_name(handle, 0), let code = proj_get_id_code(handle, 0) else {
            return nil
        }
        return "\(String(cString: authority)):\(String(cString: code))"
    }

    /// The unit of the first axis, or `nil` where the object has no horizontal axes.
    func horizontalUnit() -> CoordinateReferenceSystem.Unit? {
        guard let base = horizontalSystem(),
            let axes = proj_crs_get_coordinate_system(context.handle, base.handle)
        else { return nil }
        let system = PROJObject(owning: axes, in: context)
        var factor = 0.0
        let found = proj_cs_get_axis_info(
            context.handle, system.handle, 0, nil, nil, nil, &factor, nil, nil, nil)
        guard found == 1 else { return nil }
        switch proj_cs_get_type(context.handle, system.handle) {
        case PJ_CS_TYPE_ELLIPSOIDAL: return .degrees
        case PJ_CS_TYPE_CARTESIAN where proj_get_type(base.handle) == PJ_TYPE_PROJECTED_CRS:
            return .length(metres: factor)
        default: return nil
        }
    }

    /// The system itself, or the horizontal one inside a compound or bound system.
    private func horizontalSystem() -> PROJObject? {
        switch proj_get_type(handle) {
        case PJ_TYPE_COMPOUND_CRS:
            proj_crs_get_sub_crs(context.handle, handle, 0)
                .flatMap { PROJObject(owning: $0, in: context).horizontalSystem() }
        case PJ_TYPE_BOUND_CRS:
            proj_get_source_crs(context.handle, handle)
                .flatMap { PROJObject(owning: $0, in: context).horizontalSystem() }
        default: self
        }
    }
}
