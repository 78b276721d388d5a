namespace LeerkringBot.Domain;

/// <summary>Mail that goes out by itself: at most once per occasion and person, also after a crash, and tried again while it certainly did not go.</summary>
public interface IMailOutbox
{
    /// <param name="occasion">What it is about: 1 to 100 characters that fit a storage key, such as "digest|2027-W05". No personal data.</param>
    /// <param name="mail">Kept until it went, no longer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where this address was mailed for this occasion before, or will be: then nothing happens.</returns>
    Task<bool> Put(string occasion, Mail mail, CancellationToken cancellationToken);
}
