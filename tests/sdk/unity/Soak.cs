using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Scenestream.V2;

namespace Scenestream.Tests
{
    /// <summary>
    /// The core against real gateways: joins a session, changes it by hand, and loses its connection again and
    /// again, by a seed. Every frame's hash is checked by the core itself.
    /// </summary>
    internal static class Soak
    {
        /// <param name="until">The name of the node whose coming ends it.</param>
        /// <returns>"hash=… revision=… drops=… resumed=… edits=… frames=…"</returns>
        public static string Run(string[] urls, string session, int edits, int seed, string until)
        {
            var random = new Random(seed);
            var options = new SessionOptions { Client = "soak", Session = session };
            var client = new SessionClient(options, () => Guid.NewGuid().ToString(), new ReconnectPolicy(random));
            int drops = 0, resumed = 0, frames = 0, made = 0, welcomes = 0;
            ILink link = null;
            var runner = new SessionRunner(client, () =>
                link = new WebSocketLink(new ServerAddress(urls[welcomes % urls.Length]).Socket, ""));
            runner.Heard += heard =>
            {
                frames++;
                if (heard.Frame.Welcome == null) return;
                welcomes++;
                if (heard.Frame.Welcome.Resumed) resumed++;
            };
            var told = new List<string>();
            runner.Interrupted += why => told.Add(why);
            Stopwatch watch = Stopwatch.StartNew();
            Func<double> clock = () => watch.Elapsed.TotalSeconds;
            double heardAt = 0;
            runner.Heard += heard => heardAt = clock();
            while (made < edits || client.Pending > 0 || clock() - heardAt < 1
                || !client.Mirror.Nodes.Values.Any(n => n.Name == until))
            {
                if (clock() > 90)
                    throw new Exception("no end: " + made + " edits, " + client.Pending + " pending, revision "
                        + client.Mirror.Revision + ", " + client.Status + "; " + string.Join("; ", told.Distinct()));
                runner.Update(clock, 0.01);
                if (client.Status == SessionStatus.Stopped) throw new Exception(client.Stopped.Message);
                if (made < edits && client.CanEditByHand && client.Mirror.Nodes.Count > 0)
                {
                    client.EditByHand(Moved(client.Mirror, ++made));
                    runner.Update(clock, 0.01);
                    if (random.Next(3) == 0) continue;
                    link.Dispose(); // before it is answered
                    drops++;
                }
                Thread.Sleep(1);
            }
            runner.Dispose();
            return string.Format("hash={0:x16} revision={1} drops={2} resumed={3} edits={4} frames={5}",
                client.Mirror.Hash, client.Mirror.Revision, drops, resumed, made, frames);
        }

        private static SceneState Moved(SceneMirror mirror, int number)
        {
            string id = mirror.Nodes.Keys.OrderBy(k => k, StringComparer.Ordinal).First();
            var edit = new NodeEdit { Id = id, Rotation = new Vec3 { Y = number } };
            return HandEdits.State(mirror, new[] { edit }, new string[0]);
        }
    }
}
