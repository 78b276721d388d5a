namespace LeerkringBot.Domain;

/// <summary>Which member an organiser's e-mail address belongs to.</summary>
public interface IOrganiserBindings
{
    /// <summary>Whether the member is named by id, or bound to an address. Binds nobody.</summary>
    Task<bool> Has(MemberId member, CancellationToken cancellationToken);

    /// <summary>Frees the address; may be repeated.</summary>
    Task Forget(MemberId member, CancellationToken cancellationToken);
}
