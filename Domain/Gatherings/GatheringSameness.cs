namespace LeerkringBot.Domain.Gatherings;

/// <summary>Whether two gatherings say the same, list by list: lists themselves are equal only when they are one.</summary>
public static class GatheringSameness
{
    public static bool SaysTheSame(this Gathering one, Gathering other) =>
        Bare(one) == Bare(other)
        && one.Programme.SequenceEqual(other.Programme)
        && one.Audience.SequenceEqual(other.Audience)
        && one.Roles.SequenceEqual(other.Roles)
        && one.Hosts.SequenceEqual(other.Hosts)
        && one.Rounds.Length == other.Rounds.Length
        && one.Rounds.Zip(other.Rounds).All(pair => pair.First with { Tracks = [] } == pair.Second with { Tracks = [] } && pair.First.Tracks.SequenceEqual(pair.Second.Tracks))
        && one.Questions.Length == other.Questions.Length
        && one.Questions.Zip(other.Questions).All(pair => pair.First with { Choices = [] } == pair.Second with { Choices = [] } && pair.First.Choices.SequenceEqual(pair.Second.Choices));

    private static Gathering Bare(Gathering gathering) => gathering with { Programme = [], Audience = [], Roles = [], Hosts = [], Rounds = [], Questions = [], HostChoice = null, DraftMark = null };
}
