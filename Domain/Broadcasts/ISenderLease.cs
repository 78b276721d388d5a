namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Which instance sends. For the pace alone: that nobody gets anything twice comes from the claim of each delivery.</summary>
public interface ISenderLease
{
    /// <summary>As far as this instance knows.</summary>
    bool IsHeld { get; }

    /// <summary>Takes the lease, or keeps it.</summary>
    /// <returns>False while another instance has it and shows that it lives.</returns>
    Task<bool> Hold(CancellationToken cancellationToken);

    /// <summary>Lets another instance take it at once.</summary>
    Task Release(CancellationToken cancellationToken);
}
