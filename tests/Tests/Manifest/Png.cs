using System.Buffers.Binary;
using System.IO.Compression;

namespace LeerkringBot.Tests.Manifest;

/// <summary>The pixels of an 8-bit RGB or RGBA picture, not interlaced.</summary>
internal sealed class Png
{
    private readonly byte[] rows;
    private readonly int channels;

    public Png(byte[] file)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var chunk = file.AsSpan(at + 8, length);
            switch (System.Text.Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    Width = BinaryPrimitives.ReadInt32BigEndian(chunk);
                    Height = BinaryPrimitives.ReadInt32BigEndian(chunk[4..]);
                    if (chunk[8] != 8 || chunk[12] != 0) throw new NotSupportedException("Only 8 bits per channel, not interlaced.");
                    channels = chunk[9] switch { 2 => 3, 6 => 4, _ => throw new NotSupportedException("Only RGB and RGBA.") };
                    break;
                case "IDAT":
                    packed.Write(chunk);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress)) zlib.CopyTo(unpacked);
        rows = Unfilter(unpacked.ToArray());
    }

    public int Width { get; }

    public int Height { get; }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels =>
        rows.Chunk(channels).Select(pixel => (pixel[0], pixel[1], pixel[2], channels == 4 ? pixel[3] : byte.MaxValue));

    private byte[] Unfilter(byte[] filtered)
    {
        var stride = Width * channels;
        var plain = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = filtered[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                int left = x < channels ? 0 : plain[(y * stride) + x - channels];
                int up = y == 0 ? 0 : plain[((y - 1) * stride) + x];
                int corner = x < channels || y == 0 ? 0 : plain[((y - 1) * stride) + x - channels];
                var predicted = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    _ => Paeth(left, up, corner),
                };
                plain[(y * stride) + x] = (byte)(filtered[(y * (stride + 1)) + 1 + x] + predicted);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
