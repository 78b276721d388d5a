using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Tests.Ideas;

public sealed class ReadableCodeTests
{
    private const string Alphabet = "23456789CDFHJKMNPQRTVWX";

    [Fact]
    public void One_wrong_character_or_two_that_changed_places_never_pass()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = ReadableCode.New();
            Assert.Equal(code, ReadableCode.Read(code.ToLowerInvariant()));
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var other in Alphabet.Where(other => other != code[at])) Assert.Null(ReadableCode.Read($"{code[..at]}{other}{code[(at + 1)..]}"));
                for (var with = at + 1; with < code.Length; with++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[at], swapped[with]) = (swapped[with], swapped[at]);
                    if (swapped[at] != swapped[with]) Assert.Null(ReadableCode.Read(swapped));
                }
            }
        }
    }

    [Fact]
    public void A_reference_is_found_wherever_it_stands_in_a_subject()
    {
        var reference = SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff));
        var code = reference.ToString()[2..];
        foreach (var text in new[] { $"[{reference}] Kick-off", $"Re: FW: Antw: Idee bij Kick-off [{reference}]", $"re [b-{code.ToLowerInvariant()}]", $"B\u2011{code}", $"betreft B - {code}, dank", $"[B-AAAAAA] [{reference}]" })
            Assert.Equal(reference, SubjectReference.FindIn(text));
        foreach (var text in new[] { "", "Kick-off", "[B-7K3Q]", "B-2222223", $"AB{code}", code, $"B-{code}X" })
            Assert.Null(SubjectReference.FindIn(text));
    }

    [Fact]
    public void A_reference_never_changes() =>
        // Mails that people wrote carry it.
        Assert.Equal("B-PC65MK", SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff)).ToString());

    [Theory]
    [InlineData("I-{0}", true)]
    [InlineData(" i-{0} ", true)]
    [InlineData("{0}", true)]
    [InlineData("B-{0}", false)]
    [InlineData("I-{0}2", false)]
    [InlineData("", false)]
    public void A_number_is_read_as_people_type_it(string form, bool valid) =>
        Assert.Equal(valid, IdeaNumber.TryParse(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, ReadableCode.New()), out _));

    [Fact]
    public async Task The_gathering_or_poll_of_a_reference_is_found_back()
    {
        using var bot = new TestBot();
        foreach (var subject in new Subject[] { new Subject.OfGathering(TestBot.KickOff), new Subject.OfGathering(TestBot.Followup), new Subject.OfPoll(TestBot.Thorbecke) })
            Assert.Equal(subject, await bot.Get<ISubjects>().Find(SubjectReference.Of(subject), TestContext.Current.CancellationToken));
        Assert.Null(await bot.Get<ISubjects>().Find(SubjectReference.Of(new Subject.OfPoll(new("nooit"))), TestContext.Current.CancellationToken));
    }
}
