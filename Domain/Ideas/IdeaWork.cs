using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Ideas;

/// <summary>The work that a change of an idea leaves behind.</summary>
public static class IdeaWork
{
    public const string TellKind = "idea.tell";

    /// <summary>The sender hears of the status; nothing where there is nobody to tell.</summary>
    public static ImmutableArray<WorkItem> Tell(Idea idea) => idea.Sender switch
    {
        IdeaSender.OfMember or IdeaSender.ByMail { IsChecked: true } => [new(TellKind, $"{idea.Id} {idea.StatusVersion.ToString(CultureInfo.InvariantCulture)}")],
        _ => [],
    };

    /// <exception cref="FormatException">The subject is not that of <see cref="Tell"/>.</exception>
    public static (IdeaId Idea, int Version) ReadTell(string subject) =>
        subject.Split(' ') is [var idea, var version]
            ? (IdeaId.Parse(idea), int.Parse(version, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{subject}' tells nothing.");
}
