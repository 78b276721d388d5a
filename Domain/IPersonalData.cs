namespace LeerkringBot.Domain;

/// <summary>What a feature holds of a person. Every feature that stores anything about people has one.</summary>
public interface IPersonalData
{
    /// <summary>Lower comes first, in the person's file and in forgetting. The member's own row goes last of all, whatever this is.</summary>
    int Order { get; }

    /// <summary>Everything, in words that the person understands, in the person's language. Changes nothing.</summary>
    Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken);

    /// <summary>Afterwards no key and no value of the feature's rows has the person's id, name or e-mail address. May be repeated after a fault, and when there is nothing left.</summary>
    Task Forget(MemberId member, CancellationToken cancellationToken);
}

/// <param name="Heading">What it is; items of one heading stand together.</param>
/// <param name="Facts">In the order to show.</param>
public sealed record PersonalItem(string Heading, IReadOnlyList<PersonalFact> Facts);

/// <param name="Label">For example "Naam".</param>
/// <param name="Value">As the person would say it.</param>
public sealed record PersonalFact(string Label, string Value);
