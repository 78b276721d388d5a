using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>How a municipality offers to host: for which gathering, where and for how many.</summary>
internal static class HostPart
{
    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        var id = view.Poll.Id.ToString();
        if (view.Gathering is { } gathering) yield return new TextBlock(texts.Rich("HostPoll.ForGathering", gathering.Title, When(gathering, view.Now, texts)));
        if (view.Poll.Host is { } host) yield return Part.Notice(texts.Rich("HostPoll.IsHost", view.Network.NameOf(new Affiliation.OfMunicipality(host.Chosen))), "accent");
        if (view.Neutral)
        {
            yield return view.CanAnswer
                ? Part.Buttons(
                    PollCard.Show.Button(texts["HostPoll.WantTo"], new(id), withInputs: false),
                    PollCard.Answer.Button(texts["HostPoll.Decline"], new(id, HostPoll.Declines), withInputs: false))
                : Part.Buttons(PollCard.Show.Button(texts["Poll.Mine"], new(id), withInputs: false));
            yield break;
        }

        if (view.Mine is not { Municipality: { } code }) yield break;
        var (offered, undecided) = (HostPoll.IsOffer(view.Answered?.Choice), view.Poll.Host is null);
        var mine = view.Several.Count > 1 ? null : code.ToString();
        var withdraw = PollCard.Answer.Button(texts[offered ? "HostPoll.Withdraw" : "HostPoll.Decline"], new(id, HostPoll.Declines, mine), withInputs: false);
        if (!view.CanAnswer)
        {
            if (offered && undecided) yield return Part.Buttons(withdraw);
            yield break;
        }

        if (view.Several.Count > 1)
        {
            yield return new ChoiceSetInput(texts["HostPoll.ForWhich"], [.. view.Several.Select(one => new Choice(one.Name, one.Code.ToString()))])
            {
                Id = "for",
                Value = code.ToString(),
                Style = "compact",
                IsRequired = true,
                ErrorMessage = texts["OnBehalf.MunicipalityFirst"],
            };
        }
        else if (!offered) yield return new TextBlock(texts.Rich("Poll.For", view.Municipality));

        foreach (var input in Inputs(view.Typed ?? view.Details, view.Wrong, texts, required: true)) yield return input;
        var offer = HostOffer.Offer.Button(texts[offered ? "HostPoll.Change" : "HostPoll.Offer"], new(id, mine, mine is null ? null : view.Answered?.Version));
        yield return offered || view.Answered is null ? Part.Buttons(offer, withdraw) : Part.Buttons(offer);
    }

    /// <summary>What an offer tells, each with what is wrong with it right above it.</summary>
    /// <param name="values">As they stand or were typed.</param>
    /// <param name="wrong">Those that can't be so.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="required">False where a no can be sent from the same inputs.</param>
    public static IEnumerable<CardElement> Inputs(AnswerDetails? values, IReadOnlyList<PollDetail> wrong, Texts texts, bool required)
    {
        foreach (var detail in HostPoll.Details)
        {
            var value = values?[detail];
            if (wrong.Contains(detail)) yield return Part.Mistake(texts.Rich(value is null ? $"HostPoll.Missing.{detail}" : $"Poll.DetailWrong.{(detail == PollDetail.Capacity ? "Capacity" : "Long")}"));
            var needed = required && HostPoll.Needed.Contains(detail);
            yield return new TextInput(texts[detail == PollDetail.Place ? "HostPoll.Place" : $"Poll.Detail.{detail}"])
            {
                Id = detail.ToString().ToLowerInvariant(),
                Value = value,
                MaxLength = detail switch { PollDetail.Place => PollLimits.Place, PollDetail.Address => PollLimits.Address, PollDetail.Capacity => 6, PollDetail.Contact => PollLimits.Contact, _ => PollLimits.Detail },
                Placeholder = detail switch { PollDetail.Place => texts["HostPoll.PlaceExample"], PollDetail.Address => texts["HostPoll.AddressExample"], PollDetail.Contact => texts["Poll.ContactExample"], _ => null },
                IsMultiline = detail == PollDetail.Explanation ? true : null,
                IsRequired = needed ? true : null,
                ErrorMessage = needed ? texts[$"HostPoll.Missing.{detail}"] : null,
            };
        }
    }

    public static string When(Gathering gathering, DateTimeOffset now, Texts texts) =>
        texts.Plain("Gathering.When", texts.Day(gathering.Date, DutchTime.DayOf(now).Year), $"{texts.Time(gathering.Start)} – {texts.Time(gathering.End)}");
}
