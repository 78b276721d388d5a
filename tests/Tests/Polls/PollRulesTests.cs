using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

public sealed class PollRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly Poll Good = new()
    {
        Id = new("proef"),
        Question = "Wat vindt u?",
        Explanation = "",
        Options = [new("een", "Een"), new("twee", "Twee")],
        ClosesAt = Now.AddDays(7),
    };

    private static Poll Anonymous => Good with { IsAnonymous = true, Results = ResultsFor.AfterClosing };

    [Fact]
    public void Good_polls_have_no_mistakes()
    {
        Assert.Empty(PollRules.Mistakes(Good));
        Assert.Empty(PollRules.Mistakes(Anonymous));
        Assert.Empty(PollRules.Mistakes(ThorbeckePoll.Create(new("t"), Now.AddDays(1))));
        Assert.Empty(PollRules.Forbidden(null, Good, Now));
    }

    [Fact]
    public void Each_mistake_is_named_at_its_place()
    {
        Assert.Equal([new(PollField.Question, PollFault.Missing)], PollRules.Mistakes(Good with { Question = " " }));
        Assert.Equal([new(PollField.Question, PollFault.TooLong, null, 200)], PollRules.Mistakes(Good with { Question = new('x', 201) }));
        Assert.Equal([new(PollField.Options, PollFault.TooFew, null, 2)], PollRules.Mistakes(Good with { Options = [new("een", "Een")] }));
        Assert.Equal([new(PollField.Options, PollFault.TooMany, null, 12)], PollRules.Mistakes(Good with { Options = [.. Enumerable.Range(1, 13).Select(i => new PollOption($"o{i}", $"Optie {i}"))] }));
        Assert.Equal([new(PollField.Options, PollFault.Twice, 1)], PollRules.Mistakes(Good with { Options = [new("een", "Een"), new("twee", "een ")] }));
        Assert.Equal([new(PollField.Links, PollFault.Unreadable, 0)], PollRules.Mistakes(Good with { Links = [new("Bundel", "http://vng.example")] }));
        Assert.Equal([new(PollField.Options, PollFault.Fixed)], PollRules.Mistakes(Good with { Template = PollTemplate.Thorbecke }));
        Assert.Equal([new(PollField.Options, PollFault.Unreadable, 0), new(PollField.Options, PollFault.Unreadable, 1)], PollRules.Mistakes(Good with { Template = PollTemplate.Dates, Form = PollForm.YesIfNeedBeNo }));
        Assert.Contains(new(PollField.Form, PollFault.Fixed), PollRules.Mistakes(Good with { Template = PollTemplate.Dates }));
    }

    [Fact]
    public void An_anonymous_poll_hides_its_results_until_it_closes_and_asks_for_nothing_that_names_somebody()
    {
        Assert.Equal([new(PollField.Results, PollFault.NotAnonymous)], PollRules.Mistakes(Anonymous with { Results = ResultsFor.Everybody }));
        Assert.Equal([new(PollField.Results, PollFault.NotAnonymous)], PollRules.Mistakes(Anonymous with { Results = ResultsFor.AfterAnswering }));
        Assert.Equal([new(PollField.Details, PollFault.NotAnonymous)], PollRules.Mistakes(Anonymous with { Details = [PollDetail.Contact] }));
        Assert.Empty(PollRules.Mistakes(Anonymous with { Results = ResultsFor.Organisers }));
    }

    [Fact]
    public void Since_the_first_answer_only_closing_moment_and_explanation_change()
    {
        var changed = Good with { Question = "Anders?", Explanation = "Meer.", ClosesAt = Now.AddDays(9), Form = PollForm.SeveralChoices };
        Assert.Empty(PollRules.Forbidden(Good, changed, Now));
        Assert.Equal(
            [new(PollField.Question, PollFault.Answered), new(PollField.Form, PollFault.Answered)],
            PollRules.Forbidden(Good with { HasAnswers = true }, changed with { HasAnswers = true }, Now));
        Assert.Equal(
            [new(PollField.Links, PollFault.Answered)],
            PollRules.Forbidden(Good with { HasAnswers = true }, Good with { HasAnswers = true, Links = [new("Bundel", "https://vng.example/bundel")] }, Now));
    }

    [Fact]
    public void A_closing_moment_that_changes_is_ahead_and_one_that_stands_may_be_gone()
    {
        var closed = Good with { ClosesAt = Now.AddDays(-1), HasAnswers = true };
        Assert.Empty(PollRules.Forbidden(closed, closed with { Explanation = "Nagekomen." }, Now));
        Assert.Empty(PollRules.Forbidden(closed, closed with { ClosesAt = Now.AddDays(1) }, Now));
        Assert.Equal([new(PollField.ClosesAt, PollFault.Past)], PollRules.Forbidden(closed, closed with { ClosesAt = Now.AddHours(-1) }, Now));
        Assert.Equal([new(PollField.ClosesAt, PollFault.TooFar)], PollRules.Forbidden(null, Good with { ClosesAt = Now.AddDays(367) }, Now));
    }

    [Fact]
    public void An_anonymous_poll_that_was_closed_stays_closed()
    {
        var closed = PollRules.ClosedEarly(Anonymous, Now);
        Assert.Equal(Now, closed.ClosesAt);
        Assert.Equal([new(PollField.ClosesAt, PollFault.StaysClosed)], PollRules.Forbidden(closed, closed with { ClosesAt = Now.AddDays(1) }, Now));
        Assert.Equal(closed, PollRules.ClosedEarly(closed, Now.AddDays(1)));
    }

    [Theory]
    [InlineData(PollForm.OneChoice, "een", "een")]
    [InlineData(PollForm.OneChoice, "een,twee", null)]
    [InlineData(PollForm.OneChoice, "een?", null)]
    [InlineData(PollForm.OneChoice, "drie", null)]
    [InlineData(PollForm.OneChoice, "", null)]
    [InlineData(PollForm.SeveralChoices, "twee,een", "een,twee")]
    [InlineData(PollForm.SeveralChoices, "", null)]
    [InlineData(PollForm.YesMaybeNo, "een?", "een?,twee!")]
    [InlineData(PollForm.YesIfNeedBeNo, "een,twee!", "een,twee!")]
    [InlineData(PollForm.YesMaybeNo, "", null)]
    public void A_choice_is_what_the_poll_allows(PollForm form, string clicked, string? read) =>
        Assert.Equal(read, AnswerRules.Read(Good with { Form = form }, PollChoice.Parse(clicked))?.ToString());

    [Fact]
    public void Details_are_those_that_the_poll_asks_for_and_of_their_kind()
    {
        var poll = Good with { Details = [PollDetail.Support, PollDetail.Capacity, PollDetail.Contact] };
        Assert.Empty(AnswerRules.Mistakes(poll, PollChoice.Of("een"), AnswerDetails.Of([new(PollDetail.Support, "Council"), new(PollDetail.Capacity, "40")])));
        Assert.Equal(
            [PollDetail.Explanation, PollDetail.Support, PollDetail.Capacity],
            AnswerRules.Mistakes(poll, PollChoice.Of("een"), AnswerDetails.Of([new(PollDetail.Support, "Koning"), new(PollDetail.Capacity, "-4"), new(PollDetail.Explanation, "ja")])));
    }

    [Fact]
    public void Results_show_to_whom_the_organiser_chose()
    {
        Assert.Equal(ResultSight.Shown, Seen(Good, 0));
        var afterAnswering = Good with { Results = ResultsFor.AfterAnswering };
        Assert.Equal(
            [ResultSight.AfterAnswering, ResultSight.Shown, ResultSight.Shown, ResultSight.Shown],
            [Seen(afterAnswering, 9), Seen(afterAnswering, 9, answered: true), Seen(afterAnswering, 9, organiser: true), Seen(afterAnswering, 9, at: Good.ClosesAt)]);
        var afterClosing = Good with { Results = ResultsFor.AfterClosing };
        Assert.Equal([ResultSight.AfterClosing, ResultSight.Shown, ResultSight.Shown], [Seen(afterClosing, 9, answered: true), Seen(afterClosing, 9, organiser: true), Seen(afterClosing, 9, at: Good.ClosesAt)]);
        var organisers = Good with { Results = ResultsFor.Organisers };
        Assert.Equal([ResultSight.ForOrganisers, ResultSight.Shown, ResultSight.ForOrganisers], [Seen(organisers, 9, answered: true), Seen(organisers, 9, organiser: true), Seen(organisers, 9, at: Good.ClosesAt)]);
    }

    [Fact]
    public void Nobody_sees_the_results_of_an_anonymous_poll_before_it_is_final_or_below_five_answers()
    {
        var final = Good.ClosesAt + Poll.UntilFinal;
        Assert.Equal(
            [ResultSight.AfterClosing, ResultSight.AfterClosing, ResultSight.TooFew, ResultSight.Shown],
            [Seen(Anonymous, 9, organiser: true), Seen(Anonymous, 9, at: Good.ClosesAt), Seen(Anonymous, 4, organiser: true, at: final), Seen(Anonymous, 5, at: final)]);
        Assert.Equal(ResultSight.ForOrganisers, Seen(Anonymous with { Results = ResultsFor.Organisers }, 9, at: final));
    }

    [Fact]
    public void Who_works_for_municipalities_with_one_domain_speaks_for_all_of_them_their_own_first()
    {
        var (own, other, far) = (Municipality("GM0262", "samen.example"), Municipality("GM0777", "samen.example"), Municipality("GM0867", "waalwijk.example"));
        var network = Network.Empty with { Municipalities = Network.Empty.Municipalities.Add("GM0262", own).Add("GM0777", other).Add("GM0867", far) };

        Assert.Equal([other, own], network.SpokenForBy(Member("a@samen.example", new Affiliation.OfMunicipality(other.Code))));
        Assert.Equal([far], network.SpokenForBy(Member("a@samen.example", new Affiliation.OfMunicipality(far.Code))));
        Assert.Equal([own], network.SpokenForBy(Member(null, new Affiliation.OfMunicipality(own.Code))));
        Assert.Empty(network.SpokenForBy(Member("a@samen.example", new Affiliation.OfOrganisation("VNG"))));
    }

    private static Municipality Municipality(string code, string domain) => new(MunicipalityCode.Parse(code), code, [domain]);

    private static Member Member(string? email, Affiliation affiliation) => new(new("m"), "M", email, Language.Dutch, affiliation, Now);

    private static ResultSight Seen(Poll poll, int count, bool answered = false, bool organiser = false, DateTimeOffset? at = null) => ResultRules.Of(poll, count, answered, organiser, at ?? Now);
}
