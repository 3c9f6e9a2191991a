import RoutingAudit

// By switches, so that a verdict or a cause that is new does not compile until the library has it.

extension AuditVerdict {
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .correct: .correct
            case .misrouted: .misrouted
            case .uncertain: .uncertain
            case .outside: .outside
            case .unassigned: .unassigned
            case .unknownArea: .unknownArea
            case .unlocatable: .unlocatable
            }
    }
}

extension AuditCause {
    init(_ cause: Cause) {
        self =
            switch cause {
            case .placeholderPosition: .placeholderPosition
            case .swappedAxes: .swappedAxes
            case .lostSign: .lostSign
            case .wrongCRS: .wrongReferenceSystem
            case .staleEdition: .staleEdition
            case .geocodingError: .geocodingError
            case .wrongSide: .wrongSide
            case .sameNameElsewhere: .sameNameElsewhere
            case .zoneTable: .zoneTable
            case .unexplained: .unexplained
            }
    }
}
