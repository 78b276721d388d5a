using System.Text.Json;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>How one answers: a button for each option, or inputs.</summary>
internal static class PollAnswerPart
{
    public const string VotePrefix = "vote-";

    private const int ButtonsInARow = 6;

    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        var id = view.Poll.Id.ToString();
        if (view.Poll.Template == PollTemplate.Host)
        {
            foreach (var element in HostPart.Render(view, texts)) yield return element;
            yield break;
        }

        if (!view.CanAnswer)
        {
            if (view.Neutral) yield return Part.Buttons(PollCard.Show.Button(Mine(view.Poll, texts), new(id), withInputs: false));
            yield break;
        }

        if (Introduction(view, texts) is { } introduction) yield return new TextBlock(introduction);
        if (view.Poll.IsAnonymous) yield return new TextBlock(texts.Rich("Poll.AnonymousOnce"));
        if (view.ForOne is { Count: > 0 } open)
        {
            yield return new ChoiceSetInput(texts["HostPoll.ForWhich"], [.. open.Select(one => new Choice(one.Name, one.Code.ToString()))])
            {
                Id = "for",
                Style = "compact",
                IsRequired = true,
                ErrorMessage = texts["OnBehalf.MunicipalityFirst"],
            };
        }

        if (view.Poll.Form == PollForm.OneChoice)
        {
            List<CardButton> buttons =
            [
                .. view.Poll.Options.Where(option => view.Answered?.Choice?.Has(option.Key) != true).Select(option => PollCard.Answer.Button(ChoiceText.Title(view.Poll, option, texts), new(id, option.Key, Secret: view.Poll.IsAnonymous ? true : null), withInputs: view.ForOne.Count > 0)),
            ];
            if (view.Neutral) buttons.Add(PollCard.Show.Button(Mine(view.Poll, texts), new(id), withInputs: false));
            foreach (var row in buttons.Chunk(ButtonsInARow)) yield return Part.Buttons([.. row]);
        }
        else
        {
            foreach (var input in Inputs(view.Poll, view.Answered?.Choice, texts, DatesPart.StandsInInputs(view) ? option => DatesPart.Given(view, option, texts) : null)) yield return input;
            var send = PollCard.Fill.Button(texts[view.Answered is null || view.Poll.IsAnonymous ? "Poll.Send" : "Poll.SendChange"], new(id, Secret: view.Poll.IsAnonymous ? true : null));
            yield return view.Neutral ? Part.Buttons(send, PollCard.Show.Button(Mine(view.Poll, texts), new(id), withInputs: false)) : Part.Buttons(send);
        }

        if (view.Answered is not null && !view.Poll.Details.IsEmpty && !view.Neutral)
            yield return Part.Buttons(PollDetailsCard.Open.Button(texts[view.Details is { IsEmpty: false } ? "Poll.ChangeDetails" : "Poll.AddDetails"], new(id, view.Mine!.Value.Municipality?.ToString()), withInputs: false));
    }

    private static CardText? Introduction(PollView view, Texts texts) =>
        view.Neutral ? (CardText?)null
        : view.ForOne.Count > 0 ? (CardText?)null
        : view.ForSeveral ? texts.Rich("Poll.ForSeveral")
        : view.Answered is not null ? texts.Rich("Poll.ChangeInto")
        : view.Municipality.Length > 0 ? texts.Rich("Poll.For", view.Municipality)
        : (CardText?)null;

    private static string Mine(Poll poll, Texts texts) => texts[poll.Per == VoterKind.Municipality ? "Poll.Mine" : "Poll.MinePerson"];

    /// <summary>What <see cref="Inputs"/> held.</summary>
    public static PollChoice Read(string? choice, IReadOnlyDictionary<string, JsonElement>? votes) => choice is { Length: > 0 } chosen
        ? PollChoice.Of(chosen.Split(',', StringSplitOptions.RemoveEmptyEntries))
        : PollChoice.Of((votes ?? new Dictionary<string, JsonElement>())
            .Where(input => input.Key.StartsWith(VotePrefix, StringComparison.Ordinal) && input.Value.ValueKind == JsonValueKind.String)
            .Select(input => (Option: input.Key[VotePrefix.Length..], IsVote: Enum.TryParse<Vote>(input.Value.GetString(), out var vote) && Enum.IsDefined(vote), Vote: vote))
            .Where(input => input.IsVote)
            .Select(input => KeyValuePair.Create(input.Option, input.Vote)));

    /// <summary>One list to choose from, or a list for each option that is voted on.</summary>
    public static IEnumerable<CardElement> Inputs(Poll poll, PollChoice? votes, Texts texts, Func<PollOption, string>? beside = null)
    {
        if (poll.Form is PollForm.OneChoice or PollForm.SeveralChoices)
        {
            return
            [
                new ChoiceSetInput(texts[poll.Form == PollForm.OneChoice ? "Poll.One" : "Poll.Several"], [.. poll.Options.Select(option => new Choice(ChoiceText.Title(poll, option, texts), option.Key))])
                {
                    Id = "choice",
                    Value = votes is null || !votes.Chosen.Any() ? null : string.Join(',', votes.Chosen),
                    IsMultiSelect = poll.Form == PollForm.SeveralChoices ? true : null,
                    Style = "expanded",
                    Wrap = true,
                },
            ];
        }

        return poll.Options.Select(option => new ChoiceSetInput(
            beside is null ? ChoiceText.Title(poll, option, texts) : texts.Plain("DatesPoll.TitleCounts", ChoiceText.Title(poll, option, texts), beside(option)),
            [.. Enum.GetValues<Vote>().Select(vote => new Choice(ChoiceText.Vote(poll, vote, texts), vote.ToString()))])
        {
            Id = VotePrefix + option.Key,
            Value = votes is not null && votes.Votes.TryGetValue(option.Key, out var vote) ? vote.ToString() : null,
            Style = "compact",
            Placeholder = texts["Poll.ChooseVote"],
        });
    }
}
