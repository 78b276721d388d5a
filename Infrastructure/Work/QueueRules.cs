using System.Text;
using System.Xml;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>The limits of <see cref="IQueue"/>, which every backend refuses by itself before anything is sent.</summary>
public static class QueueRules
{
    public const int MostBytes = 48 * 1024;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    /// <exception cref="ArgumentException">The body is empty, too long, or holds what XML cannot: Storage Queues speak XML.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or over 6 days.</exception>
    public static void CheckSend(string body, TimeSpan visibleIn)
    {
        CheckDelay(visibleIn);
        if (body.Length == 0 || Encoding.UTF8.GetByteCount(body) > MostBytes)
            throw new ArgumentException($"A message has 1 to {MostBytes} bytes of text.", nameof(body));
        for (var i = 0; i < body.Length; i++)
        {
            if (XmlConvert.IsXmlChar(body[i]) && body[i] != '\r') continue;
            if (i + 1 == body.Length || !char.IsSurrogatePair(body[i], body[++i]))
                throw new ArgumentException("A message holds a control character or half a character.", nameof(body));
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or over 6 days.</exception>
    public static void CheckDelay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
    }

    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 32 messages, or a lease outside 1 second to 6 days.</exception>
    public static void CheckReceive(int most, TimeSpan lease)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 32);
        CheckLease(lease);
    }

    /// <exception cref="ArgumentOutOfRangeException">A lease outside 1 second to 6 days.</exception>
    public static void CheckLease(TimeSpan lease)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lease, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lease, LongestDelay);
    }
}
