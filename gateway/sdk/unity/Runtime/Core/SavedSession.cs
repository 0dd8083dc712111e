using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Google.Protobuf;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// A client's state as text, to survive what throws its objects away. A frame with the whole scene, its
    /// cursor and the session, then the commands that were under way, each with its length before it.
    /// </summary>
    internal sealed class SavedSession
    {
        private const string Mark = "scenestream.v2 1 ";

        public SceneMirror Mirror;
        public string Session = "";
        public string Cursor = "";
        public readonly List<ClientFrame> Commands = new List<ClientFrame>();

        public static string Write(SessionClient client, IEnumerable<ClientFrame> commands)
        {
            ServerFrame whole = client.Mirror.Whole();
            whole.Cursor = client.Cursor;
            whole.Welcome = new Welcome { Session = client.Session };
            using (var stream = new MemoryStream())
            {
                whole.WriteDelimitedTo(stream);
                foreach (ClientFrame command in commands) command.WriteDelimitedTo(stream);
                return Mark + Convert.ToBase64String(stream.ToArray());
            }
        }

        /// <summary>Null: it is none, or of another version.</summary>
        public static SavedSession Read(string text)
        {
            if (text == null || !text.StartsWith(Mark, StringComparison.Ordinal)) return null;
            try
            {
                using (var stream = new MemoryStream(Convert.FromBase64String(text.Substring(Mark.Length))))
                {
                    ServerFrame whole = ServerFrame.Parser.ParseDelimitedFrom(stream);
                    var saved = new SavedSession { Mirror = new SceneMirror() };
                    saved.Mirror.Apply(whole);
                    saved.Cursor = whole.Cursor;
                    saved.Session = whole.Welcome == null ? "" : whole.Welcome.Session;
                    while (stream.Position < stream.Length)
                        saved.Commands.Add(ClientFrame.Parser.ParseDelimitedFrom(stream));
                    return saved;
                }
            }
            catch (Exception broken)
            {
                bool isExpected = broken is FormatException || broken is InvalidProtocolBufferException
                    || broken is ScenestreamException;
                if (isExpected) return null;
                throw;
            }
        }
    }
}
