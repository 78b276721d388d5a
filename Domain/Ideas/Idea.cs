using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>What somebody would like the network to do, talk about or try.</summary>
public sealed record Idea
{
    public required IdeaId Id { get; init; }

    public IdeaNumber Number => Id.Number;

    /// <summary>1 to 2,000 characters, as <see cref="IdeaText.Clean"/> gives it.</summary>
    public required string Text { get; init; }

    /// <summary>In the sender's words; may be empty.</summary>
    public string Theme { get; init; } = "";

    /// <summary>What it came up with; null where it stands by itself.</summary>
    public Subject? About { get; init; }

    public required IdeaSender Sender { get; init; }

    /// <summary>Whom the sender spoke for then; null where nobody knows.</summary>
    public Affiliation? Affiliation { get; init; }

    /// <summary>False while it is only guessed from the domain of a mail address.</summary>
    public bool IsAffiliationConfirmed { get; init; }

    public IdeaSource Source { get; init; }

    /// <summary>The mail it came in; null where it came in none, or nothing leads back to it any more.</summary>
    public OriginalMail? Original { get; init; }

    /// <summary>Whether others than organisers may see whose it is.</summary>
    public bool ShowsName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the sender last changed the text; null while it is as it came.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public IdeaStatus Status { get; init; }

    /// <summary>What the organiser says about the status, to the sender and whoever looks; may be empty.</summary>
    public string StatusLine { get; init; } = "";

    /// <summary>Grows with every status or line that the sender hears of.</summary>
    public int StatusVersion { get; init; }

    /// <summary>Only organisers and the sender see it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The idea it is part of now. That one is itself in no other.</summary>
    public IdeaId? MergedInto { get; init; }

    /// <summary>The ideas that are part of this one, in the order they came.</summary>
    public ImmutableArray<IdeaId> Merged { get; init; } = [];

    /// <summary>Who supports it, each once, never the sender. What is part of another has none: they support that one.</summary>
    public ImmutableArray<MemberId> Supporters { get; init; } = [];

    /// <summary>On whose agenda organisers put it.</summary>
    public GatheringId? Agenda { get; init; }

    /// <summary>Others than organisers and the sender see it in lists.</summary>
    public bool IsListed => !IsHidden && MergedInto is null;
}
