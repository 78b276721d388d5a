using System.Collections.Immutable;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Gatherings;

/// <summary>A gathering's details as they are stored.</summary>
internal sealed record GatheringDocument(
    string Title,
    string Kind,
    string Why,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    Place Place,
    ImmutableArray<ProgrammeItem> Programme,
    ImmutableArray<string> Audience,
    ImmutableArray<string> Hosts,
    DateOnly RegisterBefore,
    string Contact,
    int? Capacity = null,
    bool NeedsApproval = false,
    ImmutableArray<Role>? Roles = null,
    ImmutableArray<Round>? Rounds = null,
    ImmutableArray<Question>? Questions = null,
    bool AsksWishes = false,
    int Revision = 0,
    Moment? Before = null,
    string? Cancellation = null,
    GatheringDocument.Choice? HostChoice = null,
    string? DraftMark = null)
{
    internal sealed record Choice(string Poll, int Number);

    public static GatheringDocument Of(Gathering gathering) => new(
        gathering.Title,
        gathering.Kind,
        gathering.Why,
        gathering.Date,
        gathering.Start,
        gathering.End,
        gathering.Place,
        gathering.Programme,
        gathering.Audience,
        gathering.Hosts,
        gathering.RegisterBefore,
        gathering.Contact,
        gathering.Capacity,
        gathering.NeedsApproval,
        gathering.Roles,
        gathering.Rounds,
        gathering.Questions,
        gathering.AsksWishes,
        gathering.Revision,
        gathering.Before,
        gathering.Cancellation,
        gathering.HostChoice is { } choice ? new(choice.Poll.ToString(), choice.Number) : null,
        gathering.DraftMark);

    public Gathering ToGathering(GatheringId id) => new()
    {
        Id = id,
        Title = Title,
        Kind = Kind,
        Why = Why,
        Date = Date,
        Start = Start,
        End = End,
        Place = Place,
        Programme = Programme,
        Audience = Audience,
        Hosts = Hosts,
        RegisterBefore = RegisterBefore,
        Contact = Contact,
        Capacity = Capacity,
        NeedsApproval = NeedsApproval,
        Roles = Roles ?? [],
        Rounds = Rounds ?? [],
        Questions = Questions ?? [],
        AsksWishes = AsksWishes,
        Revision = Revision,
        Before = Before,
        Cancellation = Cancellation,
        HostChoice = HostChoice is null ? null : new(new(HostChoice.Poll), HostChoice.Number),
        DraftMark = DraftMark,
    };
}
