using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>Makes files of one kind, each time anew: nothing of them is kept.</summary>
public interface IFileKind
{
    /// <summary>A <see cref="Key"/>, such as "personal".</summary>
    string Kind { get; }

    /// <param name="member">Who gets it. Whether they may is asked here, every time, and never taken from a link or card.</param>
    /// <param name="subject">What it is about, ids only, at most 400 characters; untrusted.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>Null when there is no such file, or not for this member.</returns>
    Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken);
}
