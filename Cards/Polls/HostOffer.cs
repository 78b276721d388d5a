using System.Text.Json.Serialization;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The button below an offer's inputs.</summary>
public static class HostOffer
{
    public static readonly CardAction<OfferData> Offer = new("poll.offer");

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="For">Code of the municipality; chosen on the card by who works for several.</param>
    /// <param name="Version">Of the answer that stood on the card; null where none did.</param>
    public sealed record OfferData(
        string Poll,
        string? For = null,
        int? Version = null,
        string? Place = null,
        string? Address = null,
        [property: JsonConverter(typeof(AnyText))] string? Capacity = null,
        string? Contact = null,
        string? Explanation = null)
    {
        public AnswerDetails Read() => HostOffer.Read(Place, Address, Capacity, Contact, Explanation);
    }

    internal static AnswerDetails Read(string? place, string? address, string? capacity, string? contact, string? explanation) => AnswerDetails.Of(
    [
        new(PollDetail.Place, place),
        new(PollDetail.Address, address),
        new(PollDetail.Capacity, capacity),
        new(PollDetail.Contact, contact),
        new(PollDetail.Explanation, explanation),
    ]);
}
