/// How certain it is that an episode is the syndrome, by a rule of this registry (no published graded scheme exists).
public enum MPSCertainty: String, ClosedList {
  case definite, probable, possible
  case involvementOnly = "involvement_only"
  case notMPS = "not_mps"
  case indeterminate

  init(of episode: MPSEpisode?) {
    guard let episode else {
      self = .indeterminate
      return
    }
    let involvement = [episode.imagingInvolvement, episode.pathologyInvolvement]
    guard involvement.contains(.present) else {
      self = involvement.contains(.absent) && !involvement.contains(.probable) ? .notMPS : .indeterminate
      return
    }
    let sign = episode.fixedHipFlexion == .present || episode.stretchTest == .present
    switch (sign, episode.plexopathy) {
    case (true, .present): self = .definite
    case (true, _), (false, .present), (false, .probable): self = .probable
    case (false, _): self = .involvementOnly
    }
  }
}
