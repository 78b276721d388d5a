using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>What a poll asks and how, as it is stored.</summary>
/// <param name="Template">Null for one of before there were templates: a Thorbecke poll.</param>
internal sealed record PollDocument(
    string Question,
    string Explanation,
    ImmutableArray<PollDocument.Option> Options,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PollTemplate>))] PollTemplate? Template = null,
    IReadOnlyList<PollLink>? Links = null,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PollForm>))] PollForm Form = default,
    [property: JsonConverter(typeof(JsonStringEnumConverter<VoterKind>))] VoterKind Per = default,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ResultsFor>))] ResultsFor Results = default,
    bool IsAnonymous = false,
    IReadOnlyList<string>? Details = null,
    string? Gathering = null,
    PollDocument.Decision? Host = null)
{
    internal sealed record Option(string Key, string Title, PollMoment? Moment = null);

    internal sealed record Decision(string Chosen, int Number, string? Before, bool IsDone);

    public static PollDocument Of(Poll poll) => new(
        poll.Question,
        poll.Explanation,
        [.. poll.Options.Select(option => new Option(option.Key, option.Title, option.Moment))],
        poll.Template,
        poll.Links,
        poll.Form,
        poll.Per,
        poll.Results,
        poll.IsAnonymous,
        [.. poll.Details.Select(detail => detail.ToString())],
        poll.Gathering?.ToString(),
        poll.Host is { } host ? new(host.Chosen.ToString(), host.Number, host.Before?.ToString(), host.IsDone) : null);

    public Poll Read(PollId id, DateTimeOffset closesAt) => new()
    {
        Id = id,
        Template = Template ?? PollTemplate.Thorbecke,
        Question = Question,
        Explanation = Explanation,
        Links = [.. Links ?? []],
        Options = [.. Options.Select(option => new PollOption(option.Key, option.Title) { Moment = option.Moment })],
        Form = Form,
        Per = Per,
        Results = Results,
        IsAnonymous = IsAnonymous,
        Details = Template is null ? ThorbeckePoll.Details : [.. (Details ?? []).Select(Enum.Parse<PollDetail>)],
        Gathering = Gathering is null ? null : GatheringId.Parse(Gathering),
        Host = Host is null ? null : new(MunicipalityCode.Parse(Host.Chosen), Host.Number, Host.Before is null ? null : MunicipalityCode.Parse(Host.Before)) { IsDone = Host.IsDone },
        ClosesAt = closesAt,
    };
}
