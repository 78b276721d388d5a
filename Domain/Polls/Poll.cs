using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>A question that every municipality, or every person, answers once. <see cref="PollRules"/> says what it must be like.</summary>
public sealed record Poll
{
    /// <summary>How long after closing answers that were under way may still be stored.</summary>
    public static readonly TimeSpan UntilFinal = TimeSpan.FromSeconds(10);

    public required PollId Id { get; init; }

    public PollTemplate Template { get; init; }

    public required string Question { get; init; }

    /// <summary>What people need to know before answering; may be empty.</summary>
    public required string Explanation { get; init; }

    public ImmutableArray<PollLink> Links { get; init; } = [];

    public required ImmutableArray<PollOption> Options { get; init; }

    public PollForm Form { get; init; }

    public VoterKind Per { get; init; }

    public ResultsFor Results { get; init; }

    /// <summary>Nobody, the organiser included, learns who chose what: only counters and who took part are stored, and such an answer can't be changed.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>What may be told besides the choice, in this order.</summary>
    public ImmutableArray<PollDetail> Details { get; init; } = [];

    /// <summary>In a poll for hosts: which gathering.</summary>
    public GatheringId? Gathering { get; init; }

    /// <summary>In a poll for hosts: whom an organiser chose; null while nobody was.</summary>
    public HostDecision? Host { get; init; }

    /// <summary>Exclusive. Results are final 10 seconds later.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Who made it; null for one of the network file.</summary>
    public MemberId? By { get; init; }

    /// <summary>Since the first answer only closing moment and explanation may change.</summary>
    public bool HasAnswers { get; init; }

    /// <summary>The store's own mark of what was read, under which alone it is changed; null for one that was never stored.</summary>
    public string? Stamp { get; init; }

    public bool IsOpen(DateTimeOffset now) => now < ClosesAt;

    public bool IsFinal(DateTimeOffset now) => now >= ClosesAt + UntilFinal;

    /// <summary>Whose answer somebody gives; of several municipalities their own. Null for people of other organisations in a poll of municipalities.</summary>
    public Voter? VoterOf(Member member) =>
        Per == VoterKind.Person ? Voter.Of(member.Id)
        : member.Affiliation is Affiliation.OfMunicipality { Code: var code } ? Voter.Of(code)
        : null;

    /// <summary>All whose answers somebody can give: of everybody they speak for. None for people of other organisations in a poll of municipalities.</summary>
    public IEnumerable<Voter> VotersOf(Member member, Network network) =>
        Per == VoterKind.Person ? [Voter.Of(member.Id)] : network.SpokenForBy(member).Select(municipality => Voter.Of(municipality.Code));

    public PollOption? Find(string key) => Options.FirstOrDefault(option => option.Key == key);
}
