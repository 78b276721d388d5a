namespace LeerkringBot.Domain.Ideas;

/// <summary>Whose idea it is.</summary>
public abstract record IdeaSender
{
    private IdeaSender() { }

    /// <summary>Somebody in Teams, or who wrote from the checked address of somebody in Teams.</summary>
    public sealed record OfMember(MemberId Member) : IdeaSender;

    /// <param name="Address">Lower case.</param>
    /// <param name="Name">As the mail says; may be empty.</param>
    /// <param name="IsChecked">The mail's authentication results passed. To an address that isn't checked nothing is sent.</param>
    public sealed record ByMail(string Address, string Name, bool IsChecked) : IdeaSender;

    /// <summary>Somebody who had themselves deleted.</summary>
    public sealed record Forgotten : IdeaSender;

    /// <summary>Others may see a name, where its owner lets them; of who isn't checked, or gave no name, nobody but organisers sees anything.</summary>
    public bool HasName => this is OfMember or ByMail { IsChecked: true, Name.Length: > 0 };

    /// <summary>Whether both are the same person, as far as this shows.</summary>
    public bool IsSameAs(IdeaSender other) => (this, other) switch
    {
        (OfMember one, OfMember another) => one.Member == another.Member,
        (ByMail one, ByMail another) => one.Address == another.Address,
        _ => false,
    };
}
