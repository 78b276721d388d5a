using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>A kept-alive HTTP/1.1 connection with one click under way, on a bare socket so that the load itself costs little.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] outgoing = new byte[16 * 1024];
    private readonly byte[] incoming = new byte[128 * 1024];

    private Connection(Socket socket) => this.socket = socket;

    public static async Task<Connection> Open(int port)
    {
        var connection = new Connection(new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    public void Dispose() => socket.Dispose();

    /// <returns>Whether the answer is 200 and has the mark.</returns>
    public async ValueTask<bool> Send(byte[] head, byte[] body, byte[] mark)
    {
        head.CopyTo(outgoing, 0);
        body.CopyTo(outgoing, head.Length);
        await socket.SendAsync(outgoing.AsMemory(0, head.Length + body.Length));

        var (received, length) = (0, -1);
        while (length < 0 || received < length)
        {
            var count = await socket.ReceiveAsync(incoming.AsMemory(received));
            if (count == 0) throw new IOException("The server closed the connection.");
            received += count;
            if (length < 0) length = Length(incoming.AsSpan(0, received));
        }

        return incoming.AsSpan().StartsWith("HTTP/1.1 200"u8) && incoming.AsSpan(0, received).IndexOf(mark) >= 0;
    }

    // Head and body together; -1 while the head is not complete.
    private static int Length(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0) return -1;
        var field = received[..head].IndexOf("Content-Length: "u8);
        if (field < 0 || !Utf8Parser.TryParse(received[(field + 16)..], out int body, out _)) throw new InvalidDataException("An answer without a length.");
        return head + 4 + body;
    }
}
