using System;
using System.Collections.Generic;
using System.Linq;
using Scenestream.V2;

namespace Scenestream.Tests
{
    /// <summary>What the mirror tells of changes, hand edits, addresses, events.</summary>
    internal static class CoreChecks
    {
        private static SceneDelta Apply(SceneMirror mirror, SceneChange change)
        {
            var probe = new SceneMirror();
            probe.Apply(mirror.Whole());
            try
            {
                probe.Apply(new ServerFrame { Scene = change });
            }
            catch (SceneDiverged)
            {
                change.Hash = probe.Hash;
            }
            return mirror.Apply(new ServerFrame { Scene = change });
        }

        private static SceneMirror Room()
        {
            var mirror = new SceneMirror();
            var change = new SceneChange { Whole = true, Name = "room", Revision = 1 };
            change.Upserts.Add(new Node { Id = "table", Name = "table" });
            change.Upserts.Add(new Node { Id = "vase", Name = "vase", Parent = "table" });
            Apply(mirror, change);
            return mirror;
        }

        public static void A_whole_scene_is_told_as_the_difference()
        {
            SceneMirror mirror = Room();
            var change = new SceneChange { Whole = true, Name = "room", Revision = 2 };
            change.Upserts.Add(new Node { Id = "lamp", Name = "lamp" });
            change.Upserts.Add(new Node { Id = "vase", Name = "vase", Parent = "" });
            SceneDelta delta = Apply(mirror, change);
            Check.Same("lamp,vase", string.Join(",", delta.Changed));
            Check.Same("table", string.Join(",", delta.Removed));
            Check.That(!delta.Name && !delta.Sky, "name and sky are as they were");
            Check.Same(2, mirror.Nodes.Count);
        }

        public static void Children_go_before_their_parents()
        {
            SceneMirror mirror = Room();
            SceneDelta delta = Apply(mirror, new SceneChange { Whole = true });
            Check.Same("vase,table", string.Join(",", delta.Removed));
            SceneMirror other = Room();
            var change = new SceneChange();
            change.Removed.Add("table");
            Check.Throws<SceneDiverged>(() => other.Apply(new ServerFrame { Scene = change }));
        }

        public static void A_node_before_its_parent_or_mesh_is_no_scene()
        {
            var orphan = new SceneChange();
            orphan.Upserts.Add(new Node { Id = "a", Parent = "b" });
            Check.Throws<SceneDiverged>(() => new SceneMirror().Apply(new ServerFrame { Scene = orphan }));
            var bare = new Node { Id = "a" };
            bare.Components.Add(new Component { Mesh = new Mesh { Asset = "m" } });
            var untold = new SceneChange();
            untold.Upserts.Add(bare);
            Check.Throws<SceneDiverged>(() => new SceneMirror().Apply(new ServerFrame { Scene = untold }));
        }

        public static void Hand_edits_hold_what_was_changed_and_keep_the_rest()
        {
            SceneMirror mirror = Room();
            var edits = new[]
            {
                new NodeEdit { Id = "vase", Position = new Vec3 { X = -0f, Y = 1 } },
                new NodeEdit { Id = "copy", CopyOf = "vase", Name = "vase 2" },
                new NodeEdit { Id = "gone", Name = "x" },
                new NodeEdit { Id = "table" }
            };
            SceneState state = HandEdits.State(mirror, edits, new[] { "vase", "gone" });
            Check.Same(1u, state.Base);
            Check.Same("vase,copy", string.Join(",", state.Upserts.Select(n => n.Id)));
            Check.Same("table", state.Upserts[0].Parent);
            Check.That(!float.IsNegativeInfinity(1 / state.Upserts[0].Position.X), "no negative zero");
            Check.Same("vase", string.Join(",", state.Removed));
            Check.That(HandEdits.State(mirror, new NodeEdit[0], new[] { "gone" }) == null, "nothing to send");
        }

        public static void Addresses_are_read_in_every_way_they_are_written()
        {
            Check.Same("ws://127.0.0.1:8765/", new ServerAddress("127.0.0.1:8765").Socket.ToString());
            Check.Same("wss://scenes.example/", new ServerAddress("https://scenes.example").Socket.ToString());
            Check.Same("ws://h/door?token=x", new ServerAddress("ws://h/door?token=x").Socket.ToString());
            foreach (string wrong in new[] { null, "", "ftp://h/", "ws://", "::" })
                Check.Throws<ScenestreamException>(() => new ServerAddress(wrong));
        }

        public static void Assets_have_places_at_the_gateway_or_where_else_they_are_told_to_be()
        {
            var address = new ServerAddress("wss://h:9000/door?token=x");
            Uri place = address.Asset("/artifacts/ab?until=1&signature=cd");
            Check.Same("https://h:9000/artifacts/ab?until=1&signature=cd", place.ToString());
            Check.That(address.IsOurs(place), "ours");
            Uri elsewhere = address.Asset("https://cdn.example/ab");
            Check.Same("https://cdn.example/ab", elsewhere.ToString());
            Check.That(!address.IsOurs(elsewhere), "not ours");
            Check.That(address.Asset("") == null && address.Asset("file:///etc/passwd") == null, "no place");
        }

        public static void Every_event_of_the_protocol_has_one_of_its_own()
        {
            foreach (ServerFrame.EventOneofCase kind in Enum.GetValues(typeof(ServerFrame.EventOneofCase)))
            {
                if (kind == ServerFrame.EventOneofCase.None) continue;
                var events = new SessionEvents();
                int any = 0;
                events.Any += f => any++;
                var frame = new ServerFrame();
                var field = ServerFrame.Descriptor.FindFieldByNumber((int)kind);
                field.Accessor.SetValue(frame, field.MessageType.Parser.ParseFrom(new byte[0]));
                var heard = new List<string>();
                foreach (var listened in typeof(SessionEvents).GetEvents().Where(e => e.Name != "Any"))
                {
                    Type told = listened.EventHandlerType.GetGenericArguments()[1];
                    var ear = Activator.CreateInstance(typeof(Ear<>).MakeGenericType(told), heard);
                    listened.AddEventHandler(events, Delegate.CreateDelegate(listened.EventHandlerType, ear, "Hear"));
                }
                events.Raise(frame);
                Check.Same(1, any);
                Check.Same(field.MessageType.Name, string.Join(",", heard));
            }
        }

        private sealed class Ear<T>
        {
            private readonly List<string> heard;

            public Ear(List<string> heard)
            {
                this.heard = heard;
            }

            public void Hear(string request, T told)
            {
                heard.Add(typeof(T).Name);
            }
        }
    }
}
