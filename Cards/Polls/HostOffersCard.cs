using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Who offers to host, where and for how many; an organiser chooses one. For organisers.</summary>
public static class HostOffersCard
{
    public static readonly CardAction<PollCard.PollData> Show = new("poll.offers");
    public static readonly CardAction<ChooseData> Ask = new("poll.host");
    public static readonly CardAction<ChooseData> Choose = new("poll.host.sure");

    private const int Most = 10;

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Municipality">Its code.</param>
    /// <param name="Seen">How many choices there were.</param>
    /// <param name="Offered">Version of the offer that the organiser saw.</param>
    public sealed record ChooseData(string Poll, string? Municipality = null, int Seen = 0, int Offered = 0);

    /// <param name="poll">For hosts.</param>
    /// <param name="gathering">Null where it is gone.</param>
    /// <param name="offers">With their details.</param>
    /// <param name="network">Names the municipalities.</param>
    /// <param name="now">Decides whether one can be chosen.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, Gathering? gathering, IReadOnlyList<PollAnswer> offers, Network network, DateTimeOffset now, string? notice, Texts texts)
    {
        var canChoose = gathering is { Cancellation: null } && gathering.EndsAt > now;
        var named = offers.Select(offer => (Offer: offer, Code: offer.Voter.Municipality!.Value, Name: NameOf(offer.Voter.Municipality!.Value, network)))
            .OrderByDescending(one => one.Code == poll.Host?.Chosen).ThenBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true)).ToList();
        var (shown, further) = (named.Take(Most), named.Skip(Most).ToList());
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Note(poll.Question),
                Part.Title(texts.Rich("HostPoll.Offers")),
                gathering is null ? new TextBlock(texts.Rich("HostPoll.GatheringGone")) : new TextBlock(texts.Rich("HostPoll.ForGathering", gathering.Title, HostPart.When(gathering, now, texts))),
                .. named.Count == 0 ? [new TextBlock(texts.Rich("HostPoll.NoOffers"))] : Array.Empty<CardElement>(),
                .. shown.Select(one => new Container(
                [
                    new TextBlock(one.Name) { Weight = "bolder" },
                    .. one.Code == poll.Host?.Chosen ? [Part.Notice(texts.Rich("HostPoll.Chosen"), "good")] : Array.Empty<CardElement>(),
                    Facts(one.Offer, texts),
                    .. canChoose && one.Code != poll.Host?.Chosen
                        ? [Part.Buttons(Ask.Button(texts.Plain("HostPoll.Choose", one.Name), new(poll.Id.ToString(), one.Code.ToString(), poll.Host?.Number ?? 0), withInputs: false))]
                        : Array.Empty<CardElement>(),
                ])
                { Separator = true, Spacing = "medium" }),
                .. further.Count == 0 || !canChoose ? Array.Empty<CardElement>() :
                [
                    new ChoiceSetInput(texts["HostPoll.Further"], [.. further.Select(one => new Choice(one.Name, one.Code.ToString()))]) { Id = "municipality", Style = "compact", Placeholder = texts["Poll.ChooseVote"] },
                    Part.Buttons(Ask.Button(texts["HostPoll.Look"], new(poll.Id.ToString(), null, poll.Host?.Number ?? 0))),
                ],
                Part.Buttons(PollOverviewCard.Show.Button(texts["Poll.DetailsBack"], new(poll.Id.ToString()), withInputs: false)),
            ],
            texts["HostPoll.Offers"])
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>What choosing changes, before it does.</summary>
    /// <param name="poll">For hosts.</param>
    /// <param name="gathering">As it stands.</param>
    /// <param name="offer">Which would be chosen.</param>
    /// <param name="others">How many other municipalities offered.</param>
    /// <param name="told">How many people hear of another place; 0 where it stays.</param>
    /// <param name="participants">How many have a place at the gathering.</param>
    /// <param name="network">Names the municipalities.</param>
    /// <param name="hears">Whether anybody of the municipality is known, to hear of it.</param>
    /// <param name="now">Decides whether the poll is open.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard RenderConfirm(Poll poll, Gathering gathering, PollAnswer offer, int others, int told, int participants, Network network, bool hears, DateTimeOffset now, string? notice, Texts texts)
    {
        var (code, id) = (offer.Voter.Municipality!.Value, poll.Id.ToString());
        var name = NameOf(code, network);
        var room = int.Parse(offer.Details![PollDetail.Capacity]!, System.Globalization.CultureInfo.InvariantCulture);
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "warning")],
                Part.Title(texts.Rich("HostPoll.Sure", name)),
                new TextBlock(texts.Rich("HostPoll.ForGathering", gathering.Title, HostPart.When(gathering, now, texts))),
                new FactSet(
                [
                    new(texts["HostPoll.PlaceNow"], $"{gathering.Place.Name}, {gathering.Place.Address}"),
                    new(texts["HostPoll.PlaceThen"], $"{offer.Details[PollDetail.Place]}, {offer.Details[PollDetail.Address]}"),
                    new(texts["Poll.Detail.Capacity"], offer.Details[PollDetail.Capacity]!),
                ]),
                .. Warnings(),
                .. told == 0 ? Array.Empty<CardElement>() : [new TextBlock(texts.Count("HostPoll.TellRegistered", told))],
                .. poll.Host is not { } host ? Array.Empty<CardElement>() : [new TextBlock(texts.Rich("HostPoll.WasChosen", NameOf(host.Chosen, network)))],
                .. hears ? Array.Empty<CardElement>() : [new TextBlock(texts.Rich("HostPoll.TellYourself", name))],
                .. (hears, others) switch
                {
                    (true, 0) => [new TextBlock(texts.Rich("HostPoll.TellOne", name))],
                    (true, _) => [new TextBlock(texts.Rich("HostPoll.TellAll", name))],
                    (false, 0) => Array.Empty<CardElement>(),
                    _ => [new TextBlock(texts.Rich("HostPoll.TellOthers"))],
                },
                .. poll.IsOpen(now) ? [new TextBlock(texts.Rich("HostPoll.Closes"))] : Array.Empty<CardElement>(),
                Part.Buttons(
                    Choose.Button(texts.Plain("HostPoll.SureYes", name), new(id, code.ToString(), poll.Host?.Number ?? 0, offer.Version)),
                    Show.Button(texts["Poll.DetailsBack"], new(id))),
            ],
            texts["HostPoll.Offers"])
        {
            Lang = texts.Lang,
        };

        IEnumerable<CardElement> Warnings()
        {
            if (room < participants) yield return Part.Notice(texts.Rich("HostPoll.TooSmall", room, participants), "warning");
            else if (gathering.Capacity is null || gathering.Capacity > room) yield return Part.Notice(texts.Rich("HostPoll.LimitPlaces", room), "warning");
        }
    }

    private static FactSet Facts(PollAnswer offer, Texts texts) => new(
    [
        .. HostPoll.Details.Where(detail => offer.Details?[detail] is not null).Select(detail => new Fact(texts[detail == PollDetail.Place ? "HostPoll.Place" : $"Poll.Detail.{detail}"], offer.Details![detail]!)),
        .. offer.Source is { Length: > 0 } source ? [new Fact(texts["Poll.Source"], source)] : Array.Empty<Fact>(),
    ]);

    private static string NameOf(MunicipalityCode code, Network network) => network.NameOf(new Affiliation.OfMunicipality(code));
}
