using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Scenestream.V2;

namespace Scenestream.Tests
{
    /// <summary>What <see cref="SessionClient"/> does, without a server.</summary>
    internal static class SessionChecks
    {
        private const double Now = 100.0;

        private static SessionClient Client(SessionOptions options = null)
        {
            int number = 0;
            return new SessionClient(
                options ?? new SessionOptions(), () => "c" + ++number, new ReconnectPolicy(new Random(7)));
        }

        private static List<ClientFrame> Sent(SessionClient client, double now = Now)
        {
            return client.TakeOutgoing(now).Select(d => ClientFrame.Parser.ParseFrom(d)).ToList();
        }

        private static Received Hear(SessionClient client, ServerFrame frame, double now = Now)
        {
            return client.Receive(frame.ToByteArray(), now);
        }

        private static ServerFrame Scene(SceneMirror mirror, uint revision, params Node[] nodes)
        {
            var after = new SceneMirror();
            ServerFrame whole = mirror.Whole();
            after.Apply(whole);
            var change = new SceneChange { Revision = revision };
            change.Upserts.AddRange(nodes);
            change.Hash = 0;
            try
            {
                after.Apply(new ServerFrame { Scene = change });
            }
            catch (SceneDiverged)
            {
                change.Hash = after.Hash;
            }
            return new ServerFrame { Scene = change };
        }

        private static SessionClient Live(SessionOptions options = null, string role = "edit")
        {
            SessionClient client = Client(options);
            Enter(client, role);
            return client;
        }

        private static ClientFrame Enter(SessionClient client, string role = "edit")
        {
            client.Connecting();
            client.Connected();
            ClientFrame hello = Sent(client).Single();
            Hear(client, new ServerFrame { Welcome = new Welcome { Session = "s-1", Role = role, MaxFrame = 1000 } });
            return hello;
        }

        public static void A_hello_is_what_is_sent_first_and_commands_wait_for_the_welcome()
        {
            SessionClient client = Client(new SessionOptions { Token = "t", Session = "s-1" });
            string said = client.Say("a room");
            client.Connecting();
            client.Connected();
            Hello hello = Sent(client).Single().Hello;
            Check.Same("t", hello.Token);
            Check.Same("s-1", hello.Session);
            Check.Same(0, Sent(client).Count);
            Hear(client, new ServerFrame { Welcome = new Welcome { Session = "s-1", Role = "edit" } });
            Check.Same(SessionStatus.Live, client.Status);
            Check.Same(said, Sent(client).Single().Id);
            Check.Same(0, Sent(client).Count);
        }

        public static void What_was_not_answered_is_sent_again_with_its_id_and_resumes_by_the_cursor()
        {
            SessionClient client = Live();
            string first = client.Say("one"), second = client.Say("two");
            Sent(client);
            Hear(client, new ServerFrame { Cursor = "k1", Request = "r", Accepted = new Accepted { Command = first } });
            client.Lost(Now);
            Check.Same(Now, client.ConnectAt);
            ClientFrame hello = Enter(client);
            Check.Same("k1", hello.Hello.Cursor);
            Check.Same("s-1", hello.Hello.Session);
            Check.Same(second, Sent(client).Single().Id);
        }

        public static void A_command_without_a_request_is_answered_by_taken()
        {
            SessionClient client = Live();
            string told = client.Fail("a texture is missing");
            Sent(client);
            Check.Same(1, client.Pending);
            Hear(client, new ServerFrame { Taken = new Taken { Command = told } });
            Check.Same(0, client.Pending);
        }

        public static void A_refused_command_is_not_sent_again_unless_it_may_be_later()
        {
            SessionClient client = Live();
            string never = client.Say(""), later = client.Say("two");
            Sent(client);
            Hear(client, new ServerFrame { Refused = new Refused { Command = never, Category = "bad_input" } });
            var busy = new Refused { Command = later, Category = "unavailable", RetryAfterS = 5 };
            Hear(client, new ServerFrame { Refused = busy });
            Check.Same(0, Sent(client, Now + 4.9).Count);
            Check.Same(later, Sent(client, Now + 5).Single().Id);
        }

        public static void Tries_to_connect_come_ever_later_and_at_once_after_a_welcome()
        {
            SessionClient client = Client();
            double last = 0, longest = 0;
            for (int i = 0; i < 20; i++)
            {
                client.Connecting();
                client.Lost(Now);
                last = client.ConnectAt - Now;
                longest = Math.Max(longest, last);
                if (i == 0) Check.Same(0.0, last);
            }
            Check.That(last >= 7.5 && longest <= 15, "waits between 7.5 and 15 s, not " + last);
            Enter(client);
            client.Lost(Now);
            Check.Same(Now, client.ConnectAt);
        }

        public static void A_server_that_is_full_says_when_to_come_back()
        {
            SessionClient client = Live();
            Hear(client, new ServerFrame { Refused = new Refused { Category = "unavailable", RetryAfterS = 30 } });
            client.Lost(Now);
            Check.Same(Now + 30, client.ConnectAt);
        }

        public static void A_refused_hello_ends_it_and_a_refused_cursor_does_not()
        {
            SessionClient client = Live();
            Hear(client, new ServerFrame { Cursor = "old" });
            client.Lost(Now);
            client.Connecting();
            client.Connected();
            Check.Same("old", Sent(client).Single().Hello.Cursor);
            Hear(client, new ServerFrame { Refused = new Refused { Category = "bad_input", Code = "BadCursor" } });
            client.Lost(Now);
            client.Connecting();
            client.Connected();
            Hello hello = Sent(client).Single().Hello;
            Check.Same("", hello.Cursor);
            Check.Same("s-1", hello.Session);
            Hear(client, new ServerFrame { Refused = new Refused { Category = "forbidden", Code = "NotYours" } });
            client.Lost(Now);
            Check.Same(SessionStatus.Stopped, client.Status);
            Check.Same("NotYours", client.Stopped.Code);
        }

        public static void A_scene_that_is_not_the_servers_is_asked_for_whole()
        {
            SessionClient client = Live();
            Hear(client, new ServerFrame { Cursor = "k1" });
            var wrong = new SceneChange { Hash = 1 };
            Check.Throws<SceneDiverged>(() => Hear(client, new ServerFrame { Cursor = "k2", Scene = wrong }));
            client.Lost(Now);
            Check.Same("", Enter(client).Hello.Cursor);
            Check.Throws<BrokenFrame>(() => client.Receive(new byte[] { 0xff, 0xff }, Now));
        }

        public static void All_is_cancelled_that_was_asked_for_by_then_and_nothing_later()
        {
            SessionClient client = Live();
            string sent = client.Say("one");
            Hear(client, new ServerFrame { Request = "r-0", Accepted = new Accepted { Command = "another's" } });
            Sent(client);
            client.Say("never sent");
            client.CancelAll();
            string later = client.Say("later");
            List<ClientFrame> frames = Sent(client);
            Check.Same("r-0", frames[0].Cancel.Request);
            Check.Same(later, frames[1].Id);
            Hear(client, new ServerFrame { Request = "r-1", Accepted = new Accepted { Command = sent } });
            Hear(client, new ServerFrame { Request = "r-2", Accepted = new Accepted { Command = later } });
            Check.Same("r-1", Sent(client).Single().Cancel.Request);
            Hear(client, new ServerFrame { Request = "r-1", Cancelled = new Cancelled() });
            client.Lost(Now);
            Enter(client);
            Check.Same(0, Sent(client).Count(f => f.Cancel.Request == "r-1"));
        }

        public static void One_hand_edit_is_under_way_at_a_time_until_its_revision_is_shown()
        {
            SessionClient client = Live();
            Hear(client, Scene(client.Mirror, 1, new Node { Id = "sofa", Name = "sofa" }));
            var edit = new NodeEdit { Id = "sofa", Position = new Vec3 { X = 2, Y = -0f } };
            SceneState state = HandEdits.State(client.Mirror, new[] { edit }, new string[0]);
            Check.Same(1u, state.Base);
            string id = client.EditByHand(state);
            Check.That(!client.CanEditByHand, "the next one waits");
            Sent(client);
            Hear(client, new ServerFrame { Taken = new Taken { Command = id, Revision = 3 } });
            Check.That(!client.CanEditByHand, "it is taken, but not shown");
            Hear(client, Scene(client.Mirror, 2, new Node { Id = "lamp" }));
            Check.That(!client.CanEditByHand, "this was another client's");
            Hear(client, Scene(client.Mirror, 3, state.Upserts[0]));
            Check.That(client.CanEditByHand, "the scene shows it");
        }

        public static void A_hand_edit_that_changes_nothing_holds_up_no_other()
        {
            SessionClient client = Live();
            Hear(client, Scene(client.Mirror, 1, new Node { Id = "sofa", Name = "sofa" }));
            var edit = new NodeEdit { Id = "sofa", Name = "couch" };
            string id = client.EditByHand(HandEdits.State(client.Mirror, new[] { edit }, new string[0]));
            Sent(client);
            Hear(client, new ServerFrame { Taken = new Taken { Command = id, Revision = 1 } });
            Check.That(client.CanEditByHand, "the server's scene is as it was");
        }

        public static void Nothing_is_edited_by_hand_in_drafts_replays_and_by_readers()
        {
            Check.That(!Live(null, "read").CanEditByHand, "a reader");
            SessionClient client = Live();
            ServerFrame drafted = Scene(client.Mirror, 0, new Node { Id = "block" });
            drafted.Scene.Draft = true;
            Hear(client, drafted);
            Check.That(!client.CanEditByHand, "a draft");
        }

        public static void A_replay_goes_on_where_it_stood()
        {
            SessionClient client = Live(new SessionOptions { Session = "s-1", Replay = new Playback { Speed = 2 } });
            client.Steer(new Playback { Paused = true });
            Check.That(Sent(client).Single().Playback.Paused, "it is steered");
            Hear(client, new ServerFrame { Cursor = "", Played = new Played { At = "17-0", Speed = 2 } });
            client.Lost(Now);
            Check.Same("17-0", Enter(client, "replay").Hello.Replay.Seek);
        }

        public static void What_is_too_large_for_the_server_is_refused_here()
        {
            SessionClient client = Live();
            string id = client.SayAloud(new byte[2000]);
            Check.Same(0, Sent(client).Count);
            Refused refused = client.TakeRefused().Single();
            Check.Same(id, refused.Command);
            Check.Same("too_large", refused.Category);
            Check.Same(0, client.Pending);
        }

        public static void A_client_that_was_saved_goes_on_as_another()
        {
            SessionClient client = Live();
            ServerFrame scene = Scene(
                client.Mirror, 4, new Node { Id = "table" }, new Node { Id = "vase", Parent = "table" });
            scene.Cursor = "k9";
            Hear(client, scene);
            string said = client.Say("one");
            Sent(client);
            SessionClient other = Client();
            Check.That(other.Restore(client.Save()), "it is read");
            Check.Same(client.Mirror.Hash, other.Mirror.Hash);
            Check.Same("k9", Enter(other).Hello.Cursor);
            Check.Same(said, Sent(other).Single().Id);
            var elsewhere = Client(new SessionOptions { Session = "s-2" });
            Check.That(!elsewhere.Restore(client.Save()), "another session is to be joined");
            foreach (string wrong in new[] { null, "", "x", client.Save().Substring(0, 40), client.Save() + "AAAA" })
                Check.That(!Client().Restore(wrong), "not read: " + wrong);
        }

        public static void More_commands_than_are_kept_are_not_taken()
        {
            SessionClient client = Client();
            for (int i = 0; i < Outbox.Limit; i++) Check.That(client.Say("x").Length > 0, "kept");
            Check.Same("", client.Say("x"));
        }
    }
}
