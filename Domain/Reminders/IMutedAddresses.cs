namespace LeerkringBot.Domain.Reminders;

/// <summary>Those outside Teams who want no reminders of anything. The wish stays when what else is kept about them goes: whoever brings them next time doesn't know of it.</summary>
public interface IMutedAddresses
{
    Task<bool> Include(Reminded.OfAddress address, CancellationToken cancellationToken);

    /// <summary>May be repeated.</summary>
    Task Set(Reminded.OfAddress address, bool wantsNone, CancellationToken cancellationToken);
}
