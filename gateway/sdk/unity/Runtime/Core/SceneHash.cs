using System;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// The numbers that a scene's hash is the sum of, modulo 2^64: one for each node, one for the sky (if there
    /// is one) and one for the name. Each is the first eight bytes, least significant first, of a SHA-256.
    /// </summary>
    internal static class SceneHash
    {
        private static readonly byte[] SkyMark = Encoding.ASCII.GetBytes("sky:");
        private static readonly byte[] NameMark = Encoding.ASCII.GetBytes("name:");

        /// <summary>Of a node: its message as every library writes it.</summary>
        public static ulong OfNode(Node node)
        {
            return Number(new byte[0], node.ToByteArray());
        }

        /// <summary>Of what a scene has beside its nodes. <paramref name="sky"/>: null for none.</summary>
        public static ulong OfRest(string name, Skybox sky)
        {
            ulong told = Number(NameMark, Encoding.UTF8.GetBytes(name));
            return sky == null ? told : unchecked(told + Number(SkyMark, sky.ToByteArray()));
        }

        private static ulong Number(byte[] mark, byte[] data)
        {
            var whole = new byte[mark.Length + data.Length];
            Buffer.BlockCopy(mark, 0, whole, 0, mark.Length);
            Buffer.BlockCopy(data, 0, whole, mark.Length, data.Length);
            using (SHA256 sha = SHA256.Create())
            {
                byte[] digest = sha.ComputeHash(whole);
                ulong number = 0;
                for (int i = 7; i >= 0; i--) number = (number << 8) | digest[i];
                return number;
            }
        }
    }
}
