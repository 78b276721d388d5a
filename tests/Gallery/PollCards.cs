using System.Collections.Immutable;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Gallery;

internal static class PollCards
{
    private static readonly Voter Mine = Voter.Of(Specimens.Waalwijk);

    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var poll = specimens.Poll;
        var bram = specimens.Member("Bram Kuipers", affiliation: new Affiliation.OfMunicipality(Specimens.Waalwijk));
        var one = new PollTally(ImmutableDictionary<string, TalliedAnswer>.Empty.Add("GM1948", new(PollChoice.Of(ThorbeckePoll.Joins), 1, bram.Id, null)));
        var two = one.With(Mine, new(PollChoice.Of(ThorbeckePoll.Considers), 2, bram.Id, null));

        yield return ("poll, neutral, no answers", Poll(PollTally.Empty, null, neutral: true));
        yield return ("poll, neutral", Poll(two, null, neutral: true));
        yield return ("poll, not answered", Poll(one, Mine));
        yield return ("poll, answered", Poll(two, Mine));
        yield return ("poll, colleague answered otherwise", PollChangeCard.Render(
            View(one, Voter.Of(Specimens.Meierijstad)), new(Voter.Of(Specimens.Meierijstad), PollChoice.Of(ThorbeckePoll.Joins), bram.Id, Specimens.Now, 1), bram.Name, PollChoice.Of(ThorbeckePoll.Declines), texts));
        yield return ("poll, for an organisation", Poll(one, null, notice: texts["Poll.NoMunicipality"]));
        yield return ("poll, closed", Poll(two, Mine, now: poll.ClosesAt, notice: texts["Poll.Closed"]));
        yield return ("poll, closed, neutral", Poll(two, null, neutral: true, now: poll.ClosesAt));

        foreach (var card in Forms(specimens, texts)) yield return card;
        foreach (var card in Making(specimens, texts)) yield return card;
        foreach (var card in Thorbecke(specimens, texts)) yield return card;
        foreach (var card in Hosts(specimens, texts)) yield return card;
        foreach (var card in Dates(specimens, texts)) yield return card;
        foreach (var card in Results(specimens, texts)) yield return card;
        foreach (var card in Silent(specimens, texts)) yield return card;

        yield return ("polls, none", PollListCard.Render([], bram, texts));
        yield return ("polls", PollListCard.Render([(poll, one), (poll, two)], bram, texts));

        yield return ("overview of a poll, no answers", PollOverviewCard.Render(View(PollTally.Empty, null), [], null, texts));
        yield return ("overview of a poll", PollOverviewCard.Render(
            View(two, null),
            [
                JoinersCard.Show.Button(texts["Joiners.Show"], new(poll.Id.ToString())),
                PollOnBehalfCard.Open.Button(texts["OnBehalf.Open"], new(poll.Id.ToString())),
                JoinersCard.Export.Button(texts["Joiners.Export"], new(poll.Id.ToString())),
                Cards.Reminders.ReminderSettingsCard.Button(new Domain.Subject.OfPoll(poll.Id), texts),
            ],
            texts.Plain("OnBehalf.Entered", "Waalwijk", "Doet mee"),
            texts));
        yield return ("overview, polls", OverviewCard.Render(PollOverviewCard.List([(poll, PollTally.Empty), (poll, two)], 4, texts), texts));

        AdaptiveCard Poll(PollTally tally, Voter? mine, bool neutral = false, DateTimeOffset? now = null, string? notice = null) =>
            PollCard.Render(View(tally, mine, neutral, now), texts, notice);

        PollView View(PollTally tally, Voter? mine, bool neutral = false, DateTimeOffset? now = null) =>
            new(poll, tally, specimens.Network, mine, ResultRules.Of(poll, tally.Answered, mine is not null, false, now ?? Specimens.Now), neutral, now ?? Specimens.Now) { Foot = Cards.Ideas.IdeaDoor.Render(new Domain.Subject.OfPoll(poll.Id), poll.Question, specimens.Network.Mailbox, texts) };

    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Forms(Specimens specimens, Texts texts)
    {
        var free = specimens.FreePoll;
        var bram = specimens.Member("Bram Kuipers");
        var choice = PollChoice.Of("begroten", "loting");
        var votes = PollChoice.Parse("begroten,kernen?,loting!");
        yield return ("poll, several choices", Card(free, PollForm.SeveralChoices, null));
        yield return ("poll, several choices, answered", Card(free, PollForm.SeveralChoices, choice));
        yield return ("poll, several choices, neutral", Card(free, PollForm.SeveralChoices, null, neutral: true));
        yield return ("poll, votes", Card(free, PollForm.YesMaybeNo, null));
        yield return ("poll, votes, answered", Card(free with { Per = VoterKind.Person }, PollForm.YesIfNeedBeNo, votes));
        yield return ("poll, for several municipalities", PollCard.Render(View(specimens.Poll, null) with { ForSeveral = true }, texts));
        yield return ("poll, for which municipality", PollForWhichCard.Render(specimens.Poll, PollChoice.Of(ThorbeckePoll.Joins), [.. specimens.Network.Municipalities.Values], texts));
        yield return ("poll, colleague chose otherwise", PollChangeCard.Render(
            View(free with { Form = PollForm.SeveralChoices }, null), new(Mine, choice, bram.Id, Specimens.Now, 1), bram.Name, PollChoice.Of("kernen"), texts));
        foreach (var sight in Enum.GetValues<ResultSight>().Where(sight => sight != ResultSight.Shown))
            yield return ($"poll, result {sight}", PollCard.Render(View(free, null) with { Sight = sight }, texts));
        var secret = free with { IsAnonymous = true, Per = VoterKind.Person };
        yield return ("poll, anonymous", PollCard.Render(View(secret, null) with { Sight = ResultSight.AfterClosing }, texts));
        yield return ("poll, anonymous, took part", PollCard.Render(View(secret, null) with { Tally = PollTally.Empty.With(Mine, TalliedAnswer.TookPart), Sight = ResultSight.AfterClosing }, texts, texts["Poll.Counted"]));

        AdaptiveCard Card(Poll poll, PollForm form, PollChoice? answered, bool neutral = false) =>
            PollCard.Render(View(poll with { Form = form }, answered) with { Neutral = neutral, Mine = neutral ? null : Mine }, texts);

        PollView View(Poll poll, PollChoice? answered) =>
            new(poll, answered is null ? PollTally.Empty : PollTally.Empty.With(Mine, new(answered, 1, bram.Id, null)), specimens.Network, Mine, ResultSight.Shown, false, Specimens.Now);
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Making(Specimens specimens, Texts texts)
    {
        var free = specimens.FreePoll;
        var draft = new PollDraft("d1", new("olga"), PollText.Of(free), Specimens.Now);
        var wrong = new PollDraft("d2", new("olga"), PollText.Of(free) with { Question = "", Links = specimens.Typed("geen adres"), Options = specimens.Typed("Een") }, Specimens.Now);
        PollMistake[] mistakes = [new(PollField.Question, PollFault.Missing), new(PollField.Links, PollFault.Unreadable, 0), new(PollField.Options, PollFault.TooFew, Number: 2), new(PollField.Results, PollFault.NotAnonymous)];
        yield return ("new poll", PollTemplatesCard.Render([draft, wrong], [PollTemplate.Thorbecke, PollTemplate.Host, PollTemplate.Dates, PollTemplate.Free], "d3", texts));
        foreach (var step in Enum.GetValues<PollStep>().Where(step => step < PollStep.Review))
        {
            yield return ($"new poll, {step}", PollFormCard.Render(step, draft, null, [], [], null, texts));
            yield return ($"new poll, {step}, mistakes", PollFormCard.Render(step, wrong, null, [.. mistakes.Where(mistake => PollSteps.Of(mistake.Field) == step)], [], null, texts));
            yield return ($"change of a poll, {step}, answered", PollFormCard.Render(step, draft with { Changes = free.Id }, free with { HasAnswers = true }, [], [], texts["Drafts.Resumed"], texts));
        }

        var view = new PollView(free, PollTally.Empty, specimens.Network, null, ResultSight.Shown, true, Specimens.Now);
        yield return ("new poll, review", PollReviewCard.Render(draft, PollCard.Render(view, texts), null, texts));
        yield return ("poll saved", PollSavedCard.Render(free, texts["PollForm.SavedNew"], PollManageCard.Show.Button(texts["PollForm.Send"], new()), Specimens.Now, texts));
        yield return ("polls to manage, none", PollManageCard.Render([], Specimens.Now, 4, () => "d4", null, texts));
        yield return ("polls to manage", PollManageCard.Render(
            [(free, PollTally.Empty), (specimens.Poll with { ClosesAt = Specimens.Now.AddDays(-1) }, PollTally.Empty)], Specimens.Now, 4, () => "d4", texts.Plain("PollManage.Closed", free.Question), texts));
        yield return ("anonymous poll to close", PollManageCard.RenderClose(free, texts));
        yield return ("poll to reopen", PollManageCard.RenderReopen(free, "2027-01-01", new(PollField.ClosesAt, PollFault.Past), texts));
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Hosts(Specimens specimens, Texts texts)
    {
        var (poll, gathering, bram) = (specimens.HostPoll, specimens.Gathering, specimens.Member("Bram Kuipers"));
        var details = AnswerDetails.Of(
        [
            new(PollDetail.Place, specimens.Typed("Stadhuis, raadzaal")),
            new(PollDetail.Address, specimens.Typed("Taxandriaweg 6, Waalwijk")),
            new(PollDetail.Capacity, "40"),
            new(PollDetail.Contact, specimens.Typed("griffie, 14 0416")),
            new(PollDetail.Explanation, specimens.Typed("Met lunch, vlak bij het busstation.")),
        ]);
        var offer = new PollAnswer(Mine, PollChoice.Of(HostPoll.Offers), bram.Id, Specimens.Now, 1) { Details = details };
        var other = offer with { Voter = Voter.Of(Specimens.Meierijstad), Source = specimens.Typed("telefonisch") };
        var asked = new PollView(poll, PollTally.Empty, specimens.Network, Mine, ResultSight.Shown, false, Specimens.Now) { Gathering = gathering };
        var offered = asked with { Tally = PollTally.Empty.With(Mine, TalliedAnswer.Of(offer, null)), Details = details };
        var decided = poll with { Host = new(Specimens.Waalwijk, 1), ClosesAt = Specimens.Now };
        yield return ("host poll, neutral", PollCard.Render(asked with { Neutral = true, Mine = null }, texts));
        yield return ("host poll, not answered", PollCard.Render(asked, texts));
        yield return ("host poll, mistakes", PollCard.Render(
            asked with { Typed = details.Where((detail, _) => detail == PollDetail.Place), Wrong = [PollDetail.Address, PollDetail.Capacity] }, texts, texts["Poll.DetailsMistakes"]));
        yield return ("host poll, for several municipalities", PollCard.Render(asked with { ForSeveral = true, Several = [.. specimens.Network.Municipalities.Values] }, texts));
        yield return ("host poll, offered", PollCard.Render(offered, texts));
        yield return ("host poll, closed, not chosen yet", PollCard.Render(offered with { Now = poll.ClosesAt }, texts));
        yield return ("host poll, chosen", PollCard.Render(offered with { Poll = decided }, texts, texts.Plain("HostPoll.YouHost", specimens.Typed("Waalwijk"), gathering.Title)));
        yield return ("offers to host, none", HostOffersCard.Render(poll, gathering, [], specimens.Network, Specimens.Now, null, texts));
        yield return ("offers to host", HostOffersCard.Render(poll, gathering, [offer, other], specimens.Network, Specimens.Now, texts["HostPoll.WithdrawnMeanwhile"], texts));
        yield return ("offers to host, one is chosen", HostOffersCard.Render(decided, gathering, [offer, other], specimens.Network, Specimens.Now, texts.Plain("HostPoll.Done", specimens.Typed("Waalwijk")), texts));
        yield return ("offers to host, many", HostOffersCard.Render(
            poll, gathering, [.. Enumerable.Range(100, 14).Select(code => offer with { Voter = Voter.Of(MunicipalityCode.Parse($"GM0{code}")) })], specimens.Network, Specimens.Now, null, texts));
        yield return ("offer to host, sure", HostOffersCard.RenderConfirm(poll, gathering, offer, 0, 24, 48, specimens.Network, true, Specimens.Now, null, texts));
        yield return ("offer to host, another", HostOffersCard.RenderConfirm(decided, gathering, other, 1, 1, 12, specimens.Network, false, Specimens.Now, texts["HostPoll.OfferChanged"], texts));
        var draft = new PollDraft("d5", new("olga"), PollText.Of(poll), Specimens.Now);
        yield return ("new host poll, What", PollFormCard.Render(PollStep.What, draft, null, [new(PollField.Gathering, PollFault.Over)], [new(specimens.Typed("Kick-off"), "kick-off.kick-off")], null, texts));
        yield return ("new host poll, no gatherings", PollFormCard.Render(PollStep.What, draft, null, [], [], null, texts));
        yield return ("new host poll, Options", PollFormCard.Render(PollStep.Options, draft, null, [], [], null, texts));
        yield return ("new host poll, Who", PollFormCard.Render(PollStep.Who, draft, null, [], [], null, texts));
        yield return ("offer to host on behalf", PollOnBehalfCard.Render(asked with { Wrong = [PollDetail.Address] }, new(poll.Id.ToString(), "GM0867", specimens.Typed("mail"), HostPoll.Offers), [], texts["Poll.DetailsMistakes"], texts));
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Dates(Specimens specimens, Texts texts)
    {
        var poll = specimens.DatesPoll;
        var names = specimens.Network.Municipalities.Values.Select(one => Voter.Of(one.Code)).ToList();
        var votes = new[] { Vote.Yes, Vote.Maybe, Vote.No };
        var tally = PollTally.Empty;
        foreach (var (voter, number) in names.Select((voter, number) => (voter, number)))
            tally = tally.With(voter, new(PollChoice.Of(poll.Options.Select((option, index) => KeyValuePair.Create(option.Key, votes[((index * (number + 1)) + number) % 3]))), 1, new("m"), null));
        var view = new PollView(poll, PollTally.Empty, specimens.Network, Mine, ResultSight.Shown, false, Specimens.Now);
        yield return ("dates poll, ten dates", PollCard.Render(view, texts));
        yield return ("dates poll, ten dates, answered", PollCard.Render(view with { Tally = tally }, texts));
        yield return ("dates poll, closed", PollCard.Render(view with { Tally = tally, Now = poll.ClosesAt }, texts));
        yield return ("dates poll, ten dates, neutral", PollCard.Render(view with { Tally = tally, Mine = null, Neutral = true }, texts));
        yield return ("dates poll, colleague answered otherwise", PollChangeCard.Render(
            view, new(Mine, tally.Of(Mine)!.Choice!, new("anna"), Specimens.Now, 1), specimens.Typed("Anna de Vries"), PollChoice.Of(poll.Options.Select(option => KeyValuePair.Create(option.Key, Vote.Yes))), texts));
        yield return ("dates poll, organiser answered otherwise", PollChangeCard.Render(
            view with { Poll = poll with { Per = VoterKind.Person }, Mine = Voter.Of(new MemberId("bram")) },
            new(Voter.Of(new MemberId("bram")), tally.Of(Mine)!.Choice!, new("anna"), Specimens.Now, 1) { Source = specimens.Typed("telefonisch") },
            "",
            PollChoice.Of(poll.Options.Take(2).Select(option => KeyValuePair.Create(option.Key, Vote.Yes))),
            texts));
        yield return ("dates, nobody answered", DatesCard.Render(view, null, texts));
        yield return ("dates", DatesCard.Render(view with { Tally = tally }, texts["DatesPoll.GoneClick"], texts));
        yield return ("dates, all gone", DatesCard.Render(view with { Tally = tally, Now = Specimens.Now.AddYears(1) }, null, texts));
        var draft = new PollDraft("d6", new("olga"), PollText.Of(poll) with { NewDay = "2027-03-28", NewStart = "02:30", NewEnd = "04:00" }, Specimens.Now);
        yield return ("new dates poll, none yet", PollFormCard.Render(PollStep.Options, draft with { Text = PollText.Of(PollTemplate.Dates, new(2027, 1, 20)) }, null, [new(PollField.Options, PollFault.TooFew, Number: 2)], [], null, texts));
        yield return ("new dates poll, ten dates", PollFormCard.Render(PollStep.Options, draft, null, [new(PollField.NewDate, PollFault.Skipped), new(PollField.Options, PollFault.Past, 0)], [], null, texts));
        yield return ("change of a dates poll, answered", PollFormCard.Render(PollStep.Options, draft, poll with { HasAnswers = true }, [], [], null, texts));
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Results(Specimens specimens, Texts texts)
    {
        var (anna, bram) = (specimens.Member("Anna de Vries"), specimens.Member("Bram Kuipers"));
        var (first, second) = (new TurnoutDay(new(2026, 12, 30), 2, 2), new TurnoutDay(new(2027, 1, 4), 1, 3));
        var (choice, votes) = (PollChoice.Of("begroten", "loting"), PollChoice.Parse("begroten,kernen?,loting!"));
        var municipal = PollTally.Empty.With(Mine, new(choice, 1, bram.Id, null)).With(Voter.Of(Specimens.Meierijstad), new(PollChoice.Of("loting"), 1, anna.Id, null));
        var personal = PollTally.Empty.With(Voter.Of(bram.Id), new(votes, 1, bram.Id, null)).With(Voter.Of(anna.Id), new(PollChoice.Parse("begroten?,kernen,loting!"), 1, anna.Id, null));
        var view = new PollView(specimens.FreePoll with { Form = PollForm.SeveralChoices }, municipal, specimens.Network, Mine, ResultSight.Shown, false, Specimens.Now);
        var voted = view with { Poll = view.Poll with { Form = PollForm.YesMaybeNo }, Tally = PollTally.Empty.With(Mine, new(votes, 1, bram.Id, null)) };
        var people = voted with { Poll = voted.Poll with { Per = VoterKind.Person }, Tally = personal, Mine = null, Turnout = [first] };
        var secret = view with { Poll = specimens.FreePoll with { IsAnonymous = true }, Tally = PollTally.Anonymous(PollTally.Empty.With(Mine, TalliedAnswer.TookPart).Answers, System.Collections.Immutable.ImmutableDictionary<string, int>.Empty, null), Mine = null, Sight = ResultSight.AfterClosing };
        yield return ("result in full", PollResultsCard.Render(view with { Turnout = [first, second] }, texts));
        yield return ("result in full, many days", PollResultsCard.Render(view with { Turnout = Turnout.Brief([.. Enumerable.Range(1, 24).Select(day => new TurnoutDay(new(2026, 12, day), 1, day))], 10) }, texts));
        yield return ("result in full, votes", PollResultsCard.Render(voted with { Turnout = [first] }, texts));
        yield return ("result in full, persons", PollResultsCard.Render(people, texts));
        yield return ("poll, votes, with names", PollCard.Render(voted with { Mine = null, Neutral = true }, texts));
        yield return ("overview of a poll, persons", PollOverviewCard.Render(people with { Names = new Dictionary<MemberId, string> { [bram.Id] = bram.Name, [anna.Id] = anna.Name } }, [], null, texts));
        yield return ("overview of a poll, anonymous", PollOverviewCard.Render(secret, [], null, texts));
        yield return ("poll, anonymous, for several municipalities", PollCard.Render(
            secret with { Mine = Mine, ForSeveral = true, Several = [.. specimens.Network.Municipalities.Values] }, texts, texts["Poll.ForWhichAnonymous"]));
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Silent(Specimens specimens, Texts texts)
    {
        var (poll, day) = (specimens.Poll, Specimens.Now.AddDays(-2));
        SilentVoter[] silent =
        [
            new(specimens.Typed("Waalwijk"), specimens.Typed("Anna de Vries"), new(ReachState.InTeams, day)) { IsContact = true },
            new(specimens.Typed("Waalwijk"), specimens.Typed("Bram Kuipers"), new(ReachState.Failed, day, NotSentReason.BlockedByUser)),
            new(specimens.Typed("Waalwijk"), specimens.Typed("Carla Jansen"), new(ReachState.ByMail, day)) { WantsNoReminders = true },
            new(specimens.Typed("Zeist"), specimens.Typed("Dirk Bos"), new(ReachState.Uncertain, day)),
            new(specimens.Typed("Zeist"), specimens.Typed("Els Smit"), new(ReachState.Waiting)),
        ];
        var remind = PollCard.Show.Button(texts.Count("Silent.Remind", 4), new(poll.Id.ToString()));
        yield return ("silent on a poll", PollSilentCard.Render(poll, silent, silent.Length, [specimens.Typed("Lochem"), specimens.Typed("Etten-Leur")], 0, true, remind, Specimens.Now, texts));
        yield return ("silent on a poll, nobody", PollSilentCard.Render(poll, [], 0, [], 0, false, null, Specimens.Now, texts));
        yield return ("silent on a poll of persons, second page", PollSilentCard.Render(
            poll with { Per = VoterKind.Person }, [.. Enumerable.Range(1, 70).Select(number => new SilentVoter(null, specimens.Typed($"Persoon {number}"), Reach.None))], 70, [], 30, false, remind, Specimens.Now, texts));
    }

    private static IEnumerable<(string State, AdaptiveCard Card)> Thorbecke(Specimens specimens, Texts texts)
    {
        var poll = specimens.Poll with { Details = ThorbeckePoll.Details };
        var bram = specimens.Member("Bram Kuipers");
        var details = AnswerDetails.Of(
        [
            new(PollDetail.ExperimentKind, nameof(ExperimentKind.RegionalCooperation)),
            new(PollDetail.Description, specimens.Typed("Samen met de buurgemeenten één regioraad")),
            new(PollDetail.Contact, specimens.Typed("griffie, 14 0416")),
            new(PollDetail.Support, nameof(AdministrativeSupport.College)),
        ]);
        var answer = new PollAnswer(Mine, PollChoice.Of(ThorbeckePoll.Joins), bram.Id, Specimens.Now, 2) { Details = details };
        var view = new PollView(poll, PollTally.Empty.With(Mine, TalliedAnswer.Of(answer, null)), specimens.Network, Mine, ResultSight.Shown, false, Specimens.Now);
        yield return ("poll, answered with details", PollCard.Render(view with { Details = details }, texts, told: texts.Plain("Poll.Told", bram.Name)));
        yield return ("poll, details", PollDetailsCard.Render(view, AnswerDetails.None, 1, null, [], texts));
        yield return ("poll, details, changed meanwhile", PollDetailsCard.Render(view, details, 2, PollChangeCard.Standing(view, answer, bram.Name, texts), [], texts, AnswerDetails.Of([new(PollDetail.Contact, specimens.Typed("griffie@waalwijk.example"))])));
        yield return ("poll, details, mistake", PollDetailsCard.Render(view, details, 2, PollChangeCard.Standing(view, answer with { Source = specimens.Typed("mail van de griffie") }, bram.Name, texts), [PollDetail.Description], texts));
        yield return ("joiners, none", JoinersCard.Render(poll, [], specimens.Network, texts));
        yield return ("joiners", JoinersCard.Render(
            poll,
            [
                answer,
                new(Voter.Of(Specimens.Meierijstad), PollChoice.Of(ThorbeckePoll.Joins), bram.Id, Specimens.Now, 1) { Source = specimens.Typed("telefonisch") },
                new(Voter.Of(MunicipalityCode.Parse("GM0262")), PollChoice.Of(ThorbeckePoll.Considers), bram.Id, Specimens.Now, 1),
            ],
            specimens.Network,
            texts));
        yield return ("answer on behalf", PollOnBehalfCard.Render(view, new(poll.Id.ToString()), [], null, texts));
        yield return ("answer on behalf, votes, mistake", PollOnBehalfCard.Render(
            view with { Poll = specimens.FreePoll with { Form = PollForm.YesMaybeNo } }, new(poll.Id.ToString(), "GM0867", specimens.Typed("mail")), [], texts["Poll.ChooseFirst"], texts));
        var ofPersons = view with { Poll = specimens.FreePoll with { Per = VoterKind.Person, Form = PollForm.SeveralChoices } };
        yield return ("answer on behalf of a person", PollOnBehalfCard.Render(ofPersons, new(poll.Id.ToString(), Person: specimens.Typed("Bram")), [], null, texts));
        yield return ("answer on behalf of a person, several", PollOnBehalfCard.Render(
            ofPersons, new(poll.Id.ToString(), null, specimens.Typed("mail"), "begroten"), [new(specimens.Typed("Bram Kuipers"), "bram"), new(specimens.Typed("Bram de Wit"), "wit")], texts["OnBehalf.PersonMany"], texts));
        yield return ("answer on behalf, stands already", PollOnBehalfCard.RenderConfirm(view, answer, texts.Plain("OnBehalf.OfMunicipality", specimens.Typed("Waalwijk")), bram.Name, bram.Name, new(poll.Id.ToString(), "GM0867", specimens.Typed("mail"), ThorbeckePoll.Declines), texts));
    }
}
