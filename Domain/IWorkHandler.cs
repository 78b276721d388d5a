namespace LeerkringBot.Domain;

/// <summary>Does work items of one kind. Must be idempotent: an item may be delivered more than once.</summary>
public interface IWorkHandler
{
    string Kind { get; }

    /// <summary>Throwing puts the item back, with growing delays; after 10 tries it is set aside with its error.</summary>
    Task Handle(string subject, CancellationToken cancellationToken);
}
